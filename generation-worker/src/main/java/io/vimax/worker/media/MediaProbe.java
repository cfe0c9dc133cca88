package io.vimax.worker.media;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says what a media file holds: by ffprobe where there is one, else from the description that FFmpeg prints. */
public final class MediaProbe {

    private static final Pattern INPUT = Pattern.compile("Input #0, ([^ ]+), from .*");
    private static final Pattern DURATION = Pattern.compile(" *Duration: (\\d+):(\\d\\d):(\\d\\d)\\.(\\d+).*");
    private static final Pattern STREAM =
            Pattern.compile(" *Stream #0:\\d+(?:\\[[^]]*])?(?:\\([^)]*\\))?: (Video|Audio): ([a-z0-9_]+)(.*)");
    private static final Pattern SIZE = Pattern.compile(", (\\d{1,5})x(\\d{1,5})(?![0-9x])");
    private static final Pattern RATE = Pattern.compile(", ([0-9.]+)(k?) fps");
    private static final Pattern SAMPLE_RATE = Pattern.compile(", (\\d+) Hz, ([^,]+)");
    private static final Pattern PROBE_LINE = Pattern.compile("([a-z0-9_.]+)=\"?([^\"]*)\"?");

    private final Ffmpeg ffmpeg;

    public MediaProbe(Ffmpeg ffmpeg) {
        this.ffmpeg = ffmpeg;
    }

    /**
     * Says what the file holds.
     *
     * @throws MediaProblem.Unreadable if the file is missing, damaged, or no media file
     */
    public MediaFacts probe(Path file) throws InterruptedException {
        if (!Files.isRegularFile(file)) {
            throw new MediaProblem.Unreadable(file, "it does not exist", "");
        }
        var program = ffmpeg.probeProgram();
        var lines = program.isPresent()
                ? ffmpeg.inspect(program.get(), probeArguments(file))
                : ffmpeg.inspect(ffmpeg.program(), List.of("-hide_banner", "-nostdin", "-i", absolute(file)));
        var facts = program.isPresent() ? fromProbe(lines) : fromDescription(lines);
        if (facts.container().isEmpty() || (!facts.hasVideo() && !facts.hasAudio())) {
            throw new MediaProblem.Unreadable(file, "it is damaged or of an unknown kind", String.join("\n", lines));
        }
        return facts;
    }

    /**
     * Decodes a picture to its end.
     *
     * @throws MediaProblem.Unreadable if any of it is missing or damaged
     */
    public void requireWhole(Path picture) throws InterruptedException {
        try {
            ffmpeg.run(List.of(
                    "-v",
                    "error",
                    "-xerror",
                    "-err_detect",
                    "explode",
                    "-i",
                    absolute(picture),
                    "-frames:v",
                    "1",
                    "-f",
                    "null",
                    "-"));
        } catch (MediaProblem.ToolFailed e) {
            throw new MediaProblem.Unreadable(picture, "it is damaged", e.detail());
        }
    }

    /** Counts the packets of the first video stream without decoding them: exact where containers only estimate. */
    public long frames(Path video) throws InterruptedException {
        return ffmpeg.run(
                        List.of("-v", "error", "-i", absolute(video), "-map", "0:v:0", "-c", "copy", "-f", "null", "-"))
                .frames();
    }

    private static List<String> probeArguments(Path file) {
        return List.of("-v", "error", "-of", "flat", "-show_format", "-show_streams", absolute(file));
    }

    private static String absolute(Path file) {
        return file.toAbsolutePath().toString();
    }

    /** Reads lines such as {@code Stream #0:0(und): Video: h264 (High), yuv420p, 1280x720, 24 fps, 24 tbr}. */
    static MediaFacts fromDescription(List<String> lines) {
        var container = "";
        var durationMs = 0L;
        MediaFacts found = new MediaFacts("", 0, 0, 0, 0, null, null, 0, 0);
        for (var line : lines) {
            var input = INPUT.matcher(line);
            if (input.matches()) {
                container = input.group(1).replaceAll(",$", "");
            }
            var duration = DURATION.matcher(line);
            if (duration.matches()) {
                durationMs = milliseconds(duration.group(1), duration.group(2), duration.group(3), duration.group(4));
            }
            var stream = STREAM.matcher(line);
            if (stream.matches()) {
                found = stream.group(1).equals("Video")
                        ? withVideo(found, stream.group(2), stream.group(3))
                        : withAudio(found, stream.group(2), stream.group(3));
            }
        }
        return new MediaFacts(
                container,
                durationMs,
                found.width(),
                found.height(),
                found.fps(),
                found.videoCodec(),
                found.audioCodec(),
                found.audioChannels(),
                found.sampleRate());
    }

    private static MediaFacts withVideo(MediaFacts facts, String codec, String rest) {
        if (facts.hasVideo() || rest.contains("(attached pic)")) {
            return facts;
        }
        var size = SIZE.matcher(rest);
        var hasSize = size.find();
        var rate = RATE.matcher(rest);
        var fps =
                rate.find() ? Double.parseDouble(rate.group(1)) * (rate.group(2).isEmpty() ? 1 : 1000) : 0;
        return new MediaFacts(
                "",
                0,
                hasSize ? Integer.parseInt(size.group(1)) : 0,
                hasSize ? Integer.parseInt(size.group(2)) : 0,
                fps,
                codec,
                facts.audioCodec(),
                facts.audioChannels(),
                facts.sampleRate());
    }

    private static MediaFacts withAudio(MediaFacts facts, String codec, String rest) {
        if (facts.hasAudio()) {
            return facts;
        }
        var format = SAMPLE_RATE.matcher(rest);
        var known = format.find();
        return new MediaFacts(
                "",
                0,
                facts.width(),
                facts.height(),
                facts.fps(),
                facts.videoCodec(),
                codec,
                known ? channels(format.group(2)) : 0,
                known ? Integer.parseInt(format.group(1)) : 0);
    }

    private static int channels(String layout) {
        return switch (layout.strip()) {
            case "mono" -> 1;
            case "stereo" -> 2;
            case String words when words.startsWith("5.1") -> 6;
            case String words when words.startsWith("7.1") -> 8;
            case String words when words.endsWith(" channels") -> Integer.parseInt(words.replace(" channels", ""));
            default -> 0;
        };
    }

    private static long milliseconds(String hours, String minutes, String seconds, String fraction) {
        var whole = Long.parseLong(hours) * 3600 + Long.parseLong(minutes) * 60 + Long.parseLong(seconds);
        return Math.round((whole + Double.parseDouble("0." + fraction)) * 1000);
    }

    static MediaFacts fromProbe(List<String> lines) {
        Map<String, String> values = lines.stream()
                .map(PROBE_LINE::matcher)
                .filter(match -> match.matches())
                .collect(Collectors.toMap(match -> match.group(1), match -> match.group(2), (first, _) -> first));
        var video = stream(values, "video");
        var audio = stream(values, "audio");
        return new MediaFacts(
                values.getOrDefault("format.format_name", ""),
                Math.round(decimal(values.get("format.duration")) * 1000),
                (int) decimal(values.get(video + "width")),
                (int) decimal(values.get(video + "height")),
                fraction(values.getOrDefault(video + "avg_frame_rate", "0/1")),
                values.get(video + "codec_name"),
                values.get(audio + "codec_name"),
                (int) decimal(values.get(audio + "channels")),
                (int) decimal(values.get(audio + "sample_rate")));
    }

    private static String stream(Map<String, String> values, String kind) {
        for (var i = 0; values.containsKey("streams.stream." + i + ".index"); i++) {
            var prefix = "streams.stream." + i + ".";
            if (kind.equals(values.get(prefix + "codec_type"))
                    && !"1".equals(values.get(prefix + "disposition.attached_pic"))) {
                return prefix;
            }
        }
        return "none.";
    }

    private static double decimal(@Nullable String value) {
        return value == null || value.equals("N/A") ? 0 : Double.parseDouble(value);
    }

    private static double fraction(String value) {
        var slash = value.indexOf('/');
        var below = Double.parseDouble(value.substring(slash + 1));
        return below == 0 ? 0 : Math.round(Double.parseDouble(value.substring(0, slash)) / below * 1000) / 1000.0;
    }
}
