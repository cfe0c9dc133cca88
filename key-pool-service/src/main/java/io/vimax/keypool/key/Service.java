package io.vimax.keypool.key;

import java.util.Arrays;
import java.util.Optional;

/** The providers that keys can be for, with the address that a key without one of its own is used at. */
public enum Service {
    /** Built in: needs no key and no network. */
    LOCAL("local", ""),
    YUNWU("yunwu", "https://yunwu.ai"),
    OPENAI("openai", "https://api.openai.com"),
    GOOGLE("google", "https://generativelanguage.googleapis.com"),
    ARK("ark", "https://ark.cn-beijing.volces.com");

    private final String word;
    private final String baseUrl;

    Service(String word, String baseUrl) {
        this.word = word;
        this.baseUrl = baseUrl;
    }

    public String word() {
        return word;
    }

    String baseUrl() {
        return baseUrl;
    }

    public static Optional<Service> named(String word) {
        return Arrays.stream(values()).filter(it -> it.word.equals(word)).findFirst();
    }

    /** Services that take keys, in words. */
    public static String wordsWithKeys() {
        return String.join(
                ", ",
                Arrays.stream(values())
                        .filter(it -> it != LOCAL)
                        .map(Service::word)
                        .toList());
    }
}
