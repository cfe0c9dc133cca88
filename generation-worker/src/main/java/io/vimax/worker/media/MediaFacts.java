package io.vimax.worker.media;

import org.jspecify.annotations.Nullable;

/**
 * What a media file holds. Width, height and fps are 0 without a picture, channels and sampleRate (Hz) 0 without sound.
 * The duration is the container's, rounded to a millisecond; 0 if it does not know.
 */
public record MediaFacts(
        String container,
        long durationMs,
        int width,
        int height,
        double fps,
        @Nullable String videoCodec,
        @Nullable String audioCodec,
        int audioChannels,
        int sampleRate) {

    public boolean hasVideo() {
        return videoCodec != null;
    }

    public boolean hasAudio() {
        return audioCodec != null;
    }
}
