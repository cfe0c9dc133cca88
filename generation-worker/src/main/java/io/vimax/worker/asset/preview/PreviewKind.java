package io.vimax.worker.asset.preview;

/** What can be shown of an asset. */
enum PreviewKind {
    /** One still as JPEG, at most 640 pixels wide. */
    POSTER("image/jpeg"),
    /** Stills in one JPEG, laid out as its row says. */
    SPRITE("image/jpeg"),
    /** Peaks as JSON. */
    WAVEFORM("application/json");

    private final String mediaType;

    PreviewKind(String mediaType) {
        this.mediaType = mediaType;
    }

    String mediaType() {
        return mediaType;
    }

    /** Whether assets of a type can have it at all; a film without sound still has no waveform. */
    boolean suits(String assetType) {
        boolean film = assetType.startsWith("video/");
        return this == WAVEFORM ? film || assetType.startsWith("audio/") : film;
    }
}
