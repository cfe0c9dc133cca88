package io.vimax.simulator.media;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Makes every kind of result. Thread-safe. */
public final class Media {

    /** A whole PDF of one empty page. */
    private static final byte[] PDF = """
            %PDF-1.4
            1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
            2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
            3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj
            trailer<</Size 4/Root 1 0 R>>
            %%EOF
            """.getBytes(StandardCharsets.US_ASCII);

    private final MediaStyle style;
    private final long seed;
    private final Pictures pictures = new Pictures();
    private final @Nullable DrawnClips drawnClips;

    /**
     * Media in one style for one seed.
     *
     * @throws IllegalStateException if drawn media are wanted and there is no FFmpeg
     */
    public Media(MediaStyle style, long seed) {
        this.style = style;
        this.seed = seed;
        this.drawnClips = switch (style) {
            case PLAIN -> null;
            case DRAWN -> new DrawnClips();
        };
    }

    public MediaStyle style() {
        return style;
    }

    /**
     * A picture of that size.
     *
     * @param work the piece of work, for the stamp
     */
    public byte[] picture(FrameSize size, PictureFormat format, String prompt, String work) {
        return switch (style) {
            case PLAIN -> pictures.plain(size, format, work);
            case DRAWN -> pictures.drawn(size, format, prompt, seed ^ prompt.hashCode(), work);
        };
    }

    /**
     * An MP4 with sound. A plain clip is small and has the shape of {@code size}; a drawn one has its very size.
     *
     * @param firstFrame what the clip begins with; null paints the prompt
     */
    public byte[] clip(FrameSize size, int seconds, String prompt, byte @Nullable [] firstFrame, String work)
            throws InterruptedException {
        if (drawnClips == null) {
            return ClipFile.of(size, seconds, work);
        }
        byte[] picture = firstFrame != null ? firstFrame : picture(size, PictureFormat.JPEG, prompt, work);
        return Box.join(
                drawnClips.over(picture, size, seconds, ClipMove.of(prompt)), Box.of("free", Stamp.bytes(work)));
    }

    /**
     * Speech that lasts as long as the text.
     *
     * @param speed 1 is usual, 2 twice as fast
     */
    public byte[] speech(String text, double speed, SpeechFormat format, String work) {
        return switch (format) {
            case MP3 -> Speech.mp3(text, speed, work);
            case WAV -> Speech.wav(text, speed, work);
            case PCM -> Speech.pcm(text, speed);
        };
    }

    /** A file that is no picture, whatever it is said to be. */
    public byte[] pdf() {
        return PDF.clone();
    }
}
