package io.vimax.standalone.drill;

import io.vimax.standalone.console.Refusal;
import java.util.Arrays;
import java.util.stream.Collectors;

/** What a drill can kill: the short word for it and the part it stands for. */
public enum Victim {
    WORKER("worker", "generation-worker"),
    EDITOR("editor", "editor-service"),
    KEY_POOL("key-pool", "key-pool-service"),
    MODEL_CONFIG("model-config", "model-config-service"),
    CONVERSATION("conversation", "conversation-service"),
    GATEWAY("gateway", "gateway"),
    KAFKA("kafka", "kafka"),
    POSTGRES("postgres", "postgres"),
    REDIS("redis", "redis"),
    REGISTRY("registry", "registry");

    private final String word;
    private final String part;

    Victim(String word, String part) {
        this.word = word;
        this.part = part;
    }

    public String part() {
        return part;
    }

    public String word() {
        return word;
    }

    public static Victim of(String word) {
        return Arrays.stream(values())
                .filter(victim -> victim.word.equals(word) || victim.part.equals(word))
                .findFirst()
                .orElseThrow(() -> Refusal.usage("--kill wants one of "
                        + Arrays.stream(values()).map(Victim::word).collect(Collectors.joining(", ")) + ", not '" + word
                        + "'."));
    }
}
