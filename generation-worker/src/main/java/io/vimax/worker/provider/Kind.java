package io.vimax.worker.provider;

/** What kind of model, or the renderer, does the work. Stored by name: a kind may be added, never renamed. */
public enum Kind {
    CHAT,
    IMAGE,
    VIDEO,
    SPEECH,
    MUSIC,
    RENDER;

    /** The record that describes work of this kind. */
    public Class<? extends Work> workType() {
        return switch (this) {
            case CHAT -> Work.Chat.class;
            case IMAGE -> Work.Image.class;
            case VIDEO -> Work.Video.class;
            case SPEECH -> Work.Speech.class;
            case MUSIC -> Work.Music.class;
            case RENDER -> Work.Render.class;
        };
    }
}
