package io.vimax.worker.render;

import io.vimax.worker.media.Ffmpeg;
import io.vimax.worker.media.Loudness;
import io.vimax.worker.media.LoudnessMeter;
import io.vimax.worker.media.MediaProblem;
import io.vimax.worker.render.RenderPlan.Music;
import io.vimax.worker.render.RenderPlan.VoiceClip;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Makes the sound of a film: voices to the sample where the plan has them, music under them, the whole as loud as the plan
 * says. FFmpeg decodes, limits and encodes; the mix itself is a sum, and made here.
 */
final class SoundTrack {

    private static final String RECIPE = "1";

    /** Voices and music are brought to this level before their gains apply. */
    private static final double STEM_LUFS = -18;

    /** Open files of one decoding process. */
    private static final int BATCH = 16;

    /** Against clicks where a recording starts or is cut off. */
    private static final int EDGE_FADE = Samples.RATE / 200;

    private final Ffmpeg ffmpeg;
    private final LoudnessMeter meter;
    private final RenderPlan.Sound sound;
    private final Duration length;
    private final Path folder;

    SoundTrack(Ffmpeg ffmpeg, RenderPlan.Sound sound, Duration length, Path folder) {
        this.ffmpeg = ffmpeg;
        this.meter = new LoudnessMeter(ffmpeg);
        this.sound = sound;
        this.length = length;
        this.folder = folder;
    }

    static String key(RenderPlan.Sound sound, Duration length, ContentHashes hashes)
            throws IOException, InterruptedException {
        var text = new StringBuilder(RECIPE)
                .append('\n')
                .append(length)
                .append(' ')
                .append(sound.loudnessLufs())
                .append(' ')
                .append(sound.ceilingDbtp())
                .append('\n');
        for (var voice : sound.voices()) {
            text.append(hashes.of(voice.file()))
                    .append(' ')
                    .append(voice.startMs())
                    .append(' ')
                    .append(voice.gainDb())
                    .append('\n');
        }
        var music = sound.music();
        if (music != null) {
            text.append(hashes.of(music.file()))
                    .append(' ')
                    .append(music.gainDb())
                    .append(' ')
                    .append(music.fadeInMs())
                    .append(' ')
                    .append(music.fadeOutMs())
                    .append(' ')
                    .append(music.duckingDb());
        }
        return ContentHashes.ofText(text.toString());
    }

    /** Writes the encoded sound and returns its measured loudness. */
    Loudness write(Path target, DoubleConsumer progress) throws IOException, InterruptedException {
        var voiceFile = folder.resolve("voices.f32");
        var mixFile = folder.resolve("mix.f32");
        try (var voices = Samples.silence(voiceFile, samples())) {
            addVoices(voices, progress);
            progress.accept(0.3);
            var voiceLevel = sound.voices().isEmpty() ? null : meter.measureSamples(voiceFile, Samples.RATE, 1);
            var voiceGain = stemGain(voiceLevel);
            var music = decodeMusic(mixFile);
            progress.accept(0.5);
            try (var mix = music == null ? Samples.silence(mixFile, samples() * 2) : Samples.open(mixFile)) {
                mix(voices, voiceGain, music, mix);
            }
        }
        Files.delete(voiceFile);
        progress.accept(0.6);
        return new Mastering(ffmpeg, sound, length).write(mixFile, target, done -> progress.accept(0.6 + 0.4 * done));
    }

    private long samples() {
        return Math.round(length.toNanos() / 1e9 * Samples.RATE);
    }

    private void addVoices(Samples track, DoubleConsumer progress) throws IOException, InterruptedException {
        for (var from = 0; from < sound.voices().size(); from += BATCH) {
            var batch = sound.voices()
                    .subList(from, Math.min(from + BATCH, sound.voices().size()));
            decode(batch);
            for (var i = 0; i < batch.size(); i++) {
                var file = voiceFile(i);
                if (Files.size(file) > 0) {
                    try (var voice = Samples.open(file)) {
                        add(voice, batch.get(i), track);
                    }
                }
                Files.delete(file);
            }
            progress.accept(0.3 * (from + batch.size()) / sound.voices().size());
        }
    }

    private Path voiceFile(int index) {
        return folder.resolve("voice-" + index + ".f32");
    }

    private void decode(List<VoiceClip> batch) throws InterruptedException {
        var arguments = new ArrayList<>(List.of("-v", "warning"));
        for (var voice : batch) {
            arguments.addAll(List.of("-i", voice.file().toAbsolutePath().toString()));
        }
        for (var i = 0; i < batch.size(); i++) {
            arguments.addAll(List.of("-map", i + ":a:0", "-ac", "1", "-ar", Integer.toString(Samples.RATE)));
            arguments.addAll(List.of("-f", "f32le", voiceFile(i).toString()));
        }
        try {
            ffmpeg.run(arguments);
        } catch (MediaProblem problem) {
            throw explained(batch, problem);
        }
    }

    private RenderProblem explained(List<VoiceClip> batch, MediaProblem problem) throws InterruptedException {
        if (!(problem instanceof MediaProblem.DiskFull)) {
            for (var voice : batch) {
                try {
                    meter.measure(voice.file());
                } catch (MediaProblem broken) {
                    return new RenderProblem.InputBroken(voice.name(), broken);
                }
            }
        }
        return RenderProblem.of(problem);
    }

    private static void add(Samples voice, VoiceClip clip, Samples track) {
        var start = Math.round(clip.startMs() / 1000.0 * Samples.RATE);
        var count = Math.min(voice.count(), track.count() - start);
        var gain = linear(clip.gainDb());
        for (var i = 0L; i < count; i++) {
            var edge = Math.min(1f, (float) Math.min(i, count - 1 - i) / EDGE_FADE);
            track.set(start + i, track.get(start + i) + gain * edge * voice.get(i));
        }
    }

    /** Decodes the music to the length of the film; null if there is none, or only silence. */
    private @Nullable MusicStem decodeMusic(Path target) throws InterruptedException {
        var music = sound.music();
        if (music == null) {
            return null;
        }
        try {
            // Measured first, because repeating a file without any sound in it would never end.
            var level = meter.measure(music.file());
            if (level.silent()) {
                return null;
            }
            ffmpeg.run(List.of(
                    "-v",
                    "warning",
                    "-stream_loop",
                    "-1",
                    "-i",
                    music.file().toAbsolutePath().toString(),
                    "-map",
                    "0:a:0",
                    "-ac",
                    "2",
                    "-ar",
                    Integer.toString(Samples.RATE),
                    "-af",
                    "apad,atrim=end_sample=" + samples(),
                    "-f",
                    "f32le",
                    target.toString()));
            return new MusicStem(music, linear(music.gainDb()) * stemGain(level));
        } catch (MediaProblem problem) {
            throw problem instanceof MediaProblem.DiskFull
                    ? RenderProblem.of(problem)
                    : new RenderProblem.InputBroken("the music", problem);
        }
    }

    private record MusicStem(Music music, float gain) {}

    private static float stemGain(@Nullable Loudness level) {
        return level == null || level.silent() ? 1f : linear(STEM_LUFS - level.integratedLufs());
    }

    /** Adds the voices to the music that already stands in {@code mix}, left and right alternating. */
    private void mix(Samples voices, float voiceGain, @Nullable MusicStem stem, Samples mix)
            throws InterruptedException {
        var count = Math.min(voices.count(), mix.count() / 2);
        var ducking = stem == null
                ? null
                : Ducking.under(voices, voiceGain, stem.music().duckingDb());
        for (var i = 0L; i < count; i++) {
            var voice = voiceGain * voices.get(i);
            var music = ducking == null || stem == null
                    ? 0f
                    : stem.gain() * ducking.gainAt(i) * fade(i, count, stem.music());
            mix.set(2 * i, voice + music * mix.get(2 * i));
            mix.set(2 * i + 1, voice + music * mix.get(2 * i + 1));
            if (i % Samples.RATE == 0 && Thread.interrupted()) {
                throw new InterruptedException();
            }
        }
    }

    private static float fade(long sample, long count, Music music) {
        var in = music.fadeInMs() <= 0 ? 1.0 : sample * 1000.0 / Samples.RATE / music.fadeInMs();
        var out = music.fadeOutMs() <= 0 ? 1.0 : (count - sample) * 1000.0 / Samples.RATE / music.fadeOutMs();
        return (float) Math.sin(Math.PI / 2 * Math.clamp(Math.min(in, out), 0.0, 1.0));
    }

    static float linear(double db) {
        return (float) Math.pow(10, db / 20);
    }

    static String decimal(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }
}
