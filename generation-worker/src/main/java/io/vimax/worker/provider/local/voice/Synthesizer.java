package io.vimax.worker.provider.local.voice;

import com.sun.speech.freetts.Age;
import com.sun.speech.freetts.Gender;
import com.sun.speech.freetts.audio.AudioPlayer;
import com.sun.speech.freetts.en.ContourGenerator;
import com.sun.speech.freetts.en.us.CMUDiphoneVoice;
import com.sun.speech.freetts.en.us.cmu_us_kal.KevinVoiceDirectory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URL;
import java.util.Locale;
import java.util.Objects;
import javax.sound.sampled.AudioFormat;

/**
 * FreeTTS without its surroundings: no voice manager (it reads system properties and scans the class path), no output
 * thread (without a queue an utterance is played by the caller), no audio device (the player only collects). Not safe
 * for threads.
 */
final class Synthesizer {
    static final int SAMPLE_RATE = 16_000;

    /** A story is told slower than the synthesizer talks by itself: about 2.7 words or 4.2 Chinese syllables a second. */
    private static final double ENGLISH_PACE = 1.19;

    private static final double GUIDE_PACE = 0.93;

    private final GuideWords guideWords;
    private final Kevin voice;
    private final Tape tape = new Tape();

    Synthesizer(GuideWords guideWords) {
        this.guideWords = guideWords;
        this.voice = new Kevin(guideWords);
        voice.setAudioPlayer(tape);
        voice.allocate();
    }

    /** One sentence with a speaker's pitch; {@code hurry} above 1 is faster. Samples in -1..1, silence at the ends included. */
    float[] speak(String sentence, VoiceCharacter character, double hurry) {
        // The throat's size is changed by playing faster or slower; pitch and length are set so that they come out
        // right.
        voice.setPitch((float) (character.pitchHz() / character.tract()));
        voice.setPitchRange((float) (character.rangeHz() / character.tract()));
        var pace = guideWords.isIn(sentence) ? GUIDE_PACE : ENGLISH_PACE;
        voice.setDurationStretch((float) (pace * character.stretch() * character.tract() / hurry));
        tape.rewind();
        if (!voice.speak(sentence)) {
            throw new IllegalStateException("the synthesizer could not speak: " + sentence);
        }
        return Samples.resample(tape.samples(), character.tract());
    }

    GuideWords guideWords() {
        return guideWords;
    }

    private static final class Kevin extends CMUDiphoneVoice {
        private final GuideWords guideWords;

        Kevin(GuideWords guideWords) {
            super(
                    "kevin16",
                    Gender.MALE,
                    Age.YOUNGER_ADULT,
                    "16-bit diphone voice",
                    Locale.US,
                    "general",
                    "cmu",
                    guideWords.lexicon(),
                    KevinVoiceDirectory.class.getResource("cmu_us_kal16.bin"));
            this.guideWords = guideWords;
        }

        /** FreeTTS looks beside the class of the voice, which would be this one. */
        @Override
        protected URL getResource(String name) {
            return Objects.requireNonNull(CMUDiphoneVoice.class.getResource(name), name);
        }

        @Override
        @SuppressWarnings("unchecked") // FreeTTS is older than generics
        protected void setupUtteranceProcessors() throws IOException {
            super.setupUtteranceProcessors();
            var steps = getUtteranceProcessors();
            for (var at = 0; at < steps.size(); at++) {
                if (steps.get(at) instanceof ContourGenerator) {
                    steps.add(at + 1, guideWords.tones());
                    return;
                }
            }
        }
    }

    /** Takes the place of the sound card. */
    private static final class Tape implements AudioPlayer {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private AudioFormat format = new AudioFormat(SAMPLE_RATE, 16, 1, true, true);
        private float volume = 1f;

        void rewind() {
            bytes.reset();
        }

        float[] samples() {
            var raw = bytes.toByteArray();
            var samples = new float[raw.length / 2];
            var high = format.isBigEndian() ? 0 : 1;
            for (var i = 0; i < samples.length; i++) {
                samples[i] = (short) (raw[2 * i + high] << 8 | raw[2 * i + 1 - high] & 0xff) / 32768f;
            }
            return samples;
        }

        @Override
        public void setAudioFormat(AudioFormat format) {
            this.format = format;
        }

        @Override
        public AudioFormat getAudioFormat() {
            return format;
        }

        @Override
        public boolean write(byte[] audio) {
            return write(audio, 0, audio.length);
        }

        @Override
        public boolean write(byte[] audio, int offset, int length) {
            bytes.write(audio, offset, length);
            return true;
        }

        @Override
        public boolean drain() {
            return true;
        }

        @Override
        public boolean end() {
            return true;
        }

        @Override
        public float getVolume() {
            return volume;
        }

        @Override
        public void setVolume(float volume) {
            this.volume = volume;
        }

        @Override
        public long getTime() {
            return 0;
        }

        @Override
        public void begin(int size) {}

        @Override
        public void pause() {}

        @Override
        public void resume() {}

        @Override
        public void reset() {}

        @Override
        public void cancel() {}

        @Override
        public void close() {}

        @Override
        public void resetTime() {}

        @Override
        public void startFirstSampleTimer() {}

        @Override
        public void showMetrics() {}
    }
}
