package io.vimax.worker.asset;

import io.vimax.worker.media.MediaType;

/** What a file should turn out to be. */
public enum ExpectedContent {
    PICTURE("image/"),
    FILM("video/"),
    SOUND("audio/"),
    /** WebVTT, which has a signature. */
    WEB_VTT("text/vtt"),
    /** SubRip has no signature: anything that is plain text will do. */
    SUBRIP("application/x-subrip");

    private final String type;

    ExpectedContent(String type) {
        this.type = type;
    }

    /** The media type to store, or empty when the content is something else. */
    String typeOf(MediaType found) {
        if (this == SUBRIP) {
            return found == MediaType.UNKNOWN ? type : "";
        }
        return found.mime().startsWith(type) ? found.mime() : "";
    }

    boolean isProbed() {
        return this == PICTURE || this == FILM || this == SOUND;
    }
}
