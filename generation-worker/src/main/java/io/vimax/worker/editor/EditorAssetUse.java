package io.vimax.worker.editor;

import io.vimax.worker.asset.AssetUse;
import io.vimax.worker.lease.ServiceTokens;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/** Asks editor-service, which reads whole tables for an answer. */
@Component
class EditorAssetUse implements AssetUse {

    private static final Duration LONGEST_CONNECT = Duration.ofSeconds(2);
    private static final Duration LONGEST_ANSWER = Duration.ofMinutes(2);

    private final RestClient editor;
    private final ServiceTokens tokens;

    EditorAssetUse(EditorProperties properties, ServiceTokens tokens) {
        var requests = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().connectTimeout(LONGEST_CONNECT).build());
        requests.setReadTimeout(LONGEST_ANSWER);
        this.editor = RestClient.builder()
                .requestFactory(requests)
                .baseUrl(properties.url().toString())
                .build();
        this.tokens = tokens;
    }

    private record Question(
            @com.fasterxml.jackson.annotation.JsonProperty("asset_ids")
            List<UUID> assetIds) {}

    private record Answer(List<UUID> unused) {}

    @Override
    public Set<UUID> unusedOf(Collection<UUID> ids) {
        Answer answer = editor.post()
                .uri("/internal/assets/unused")
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + tokens.forService("editor-service"))
                .header(HttpHeaders.CONTENT_TYPE, "application/json")
                .body(new Question(List.copyOf(ids)))
                .retrieve()
                .body(Answer.class);
        Set<UUID> unused = new HashSet<>(
                Objects.requireNonNull(answer, "the editor answered nothing").unused());
        unused.retainAll(ids);
        return unused;
    }
}
