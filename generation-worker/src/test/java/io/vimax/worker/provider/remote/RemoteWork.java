package io.vimax.worker.provider.remote;

import io.vimax.worker.provider.Shot;
import io.vimax.worker.provider.Work;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Every way in which a provider on the network does work; each passes the whole contract. */
enum RemoteWork {
    YUNWU_CHAT("yunwu", "gemini-2.5-flash-lite"),
    YUNWU_SEEDREAM("yunwu", "doubao-seedream-5-0-260128"),
    YUNWU_GEMINI("yunwu", "gemini-3.1-flash-image"),
    YUNWU_SPEECH("yunwu", "tts-1"),
    YUNWU_CLIP("yunwu", "veo3.1-fast"),
    YUNWU_SEEDANCE("yunwu", "doubao-seedance-1-0-pro-250528"),
    ARK_SEEDREAM("ark", "doubao-seedream-4-0-250828"),
    ARK_SEEDANCE("ark", "doubao-seedance-2-0-260128"),
    GOOGLE_IMAGE("google", "gemini-3.1-flash-image"),
    GOOGLE_CLIP("google", "veo-3.1-fast-generate-001"),
    OPENAI_CHAT("openai", "gpt-4o-mini"),
    OPENAI_IMAGE("openai", "gpt-image-1"),
    OPENAI_EDIT("openai", "gpt-image-1"),
    OPENAI_SPEECH("openai", "tts-1");

    final String provider;
    final String model;

    RemoteWork(String provider, String model) {
        this.provider = provider;
        this.model = model;
    }

    Work work() {
        return switch (this) {
            case YUNWU_CHAT, OPENAI_CHAT ->
                new Work.Chat("A lighthouse keeper finds a letter", null, "", 20_000L, 2, "en", "storyboard", 7);
            case YUNWU_SEEDREAM, YUNWU_GEMINI, ARK_SEEDREAM, GOOGLE_IMAGE, OPENAI_EDIT ->
                image(1280, 720, RemoteWorld.PICTURE);
            case OPENAI_IMAGE -> image(1280, 720);
            case YUNWU_SPEECH, OPENAI_SPEECH ->
                new Work.Speech("The light went out at nine.", "en", "Mara", "default", 1.0, 4_000);
            case YUNWU_CLIP, YUNWU_SEEDANCE, ARK_SEEDANCE, GOOGLE_CLIP -> clip(RemoteWorld.PICTURE, 1280, 720, 5_000);
        };
    }

    boolean isChat() {
        return this == YUNWU_CHAT || this == OPENAI_CHAT;
    }

    boolean isSpeech() {
        return this == YUNWU_SPEECH || this == OPENAI_SPEECH;
    }

    boolean isFile() {
        return !isChat();
    }

    static Work.Image image(int width, int height, UUID... references) {
        return new Work.Image(
                "A lighthouse in a storm", shot(), "storyboard", width, height, 7, 42, List.of(references));
    }

    static Work.Video clip(@Nullable UUID keyframe, int width, int height, long durationMs) {
        return new Work.Video("A lighthouse in a storm", shot(), keyframe, durationMs, width, height, 24, 7);
    }

    private static Shot shot() {
        return new Shot(
                "A lighthouse in a storm", "cliff", "night", "storm", false, "tense", "wide", "push_in", List.of());
    }
}
