package io.vimax.worker.check;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Optional;

/**
 * The free call that tells whether a key is known. yunwu and OpenAI: {@code GET /v1/models}; Gemini: {@code GET /v1beta/models}
 * (platform.openai.com/docs/api-reference/models, ai.google.dev/api/models); Ark: the list of the account's tasks,
 * {@code GET /api/v3/contents/generations/tasks}. None of them makes or charges anything.
 */
final class ProviderQuestion {

    private ProviderQuestion() {}

    /** Empty for a provider that cannot be asked. */
    static Optional<HttpRequest> of(CheckQuestion question, Duration longest) {
        String base = question.baseUrl() == null ? "" : question.baseUrl().replaceAll("/+$", "");
        return switch (question.service()) {
            case "yunwu", "openai" ->
                Optional.of(request(under(base, "/v1") + "/models", longest)
                        .header("Authorization", "Bearer " + question.secret())
                        .build());
            case "google" ->
                Optional.of(request(under(base, "/v1beta") + "/models?pageSize=1", longest)
                        .header("x-goog-api-key", question.secret())
                        .build());
            case "ark" ->
                Optional.of(
                        request(under(base, "/api/v3") + "/contents/generations/tasks?page_num=1&page_size=1", longest)
                                .header("Authorization", "Bearer " + question.secret())
                                .build());
            default -> Optional.empty();
        };
    }

    /** People write the address with or without the version at its end. */
    private static String under(String base, String version) {
        return base.endsWith(version) ? base : base + version;
    }

    private static HttpRequest.Builder request(String address, Duration longest) {
        return HttpRequest.newBuilder(URI.create(address))
                .timeout(longest)
                .header("Accept", "application/json")
                .GET();
    }
}
