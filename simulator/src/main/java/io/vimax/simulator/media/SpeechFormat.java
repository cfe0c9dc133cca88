package io.vimax.simulator.media;

/** How speech is stored. */
public enum SpeechFormat {
    MP3("audio/mpeg"),
    WAV("audio/wav"),
    /** 24 kHz, 16 bits, mono, without a header; it has no room for a stamp. */
    PCM("audio/pcm");

    private final String contentType;

    SpeechFormat(String contentType) {
        this.contentType = contentType;
    }

    public String contentType() {
        return contentType;
    }
}
