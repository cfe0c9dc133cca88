package io.vimax.gateway.studio;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RequestPredicate;
import org.springframework.web.reactive.function.server.RequestPredicates;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** One document answers every address of the Studio, so that a reload returns to the same place. */
@Configuration(proxyBeanMethods = false)
class StudioPages {

    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    /** First segments that are never a page. */
    private static final Set<String> NOT_PAGES =
            Set.of("api", "ws", "media", "assets", "actuator", "internal", "sign-in");

    private static final String NOT_BUILT = """
            <!doctype html>
            <html lang="en">
            <meta charset="utf-8">
            <title>ViMax</title>
            <p>The Studio was not built into this gateway. The API is at /api/v1.</p>
            </html>
            """;

    @Bean
    RouterFunction<ServerResponse> studio() {
        var document = new ClassPathResource(StudioFiles.FOLDER + "index.html");
        byte[] html = document.exists() ? read(document) : NOT_BUILT.getBytes(StandardCharsets.UTF_8);
        String etag = '"' + hash(html) + '"';
        return RouterFunctions.route(isPage(), request -> page(request, html, etag));
    }

    private static RequestPredicate isPage() {
        return RequestPredicates.methods(HttpMethod.GET, HttpMethod.HEAD)
                .and(RequestPredicates.accept(MediaType.TEXT_HTML))
                .and(request -> {
                    String[] segments = request.path().split("/", -1);
                    return !NOT_PAGES.contains(segments[1]) && segments[segments.length - 1].indexOf('.') < 0;
                });
    }

    private static Mono<ServerResponse> page(ServerRequest request, byte[] html, String etag) {
        return request.checkNotModified(etag)
                .switchIfEmpty(ServerResponse.ok()
                        .contentType(HTML)
                        .cacheControl(CacheControl.noCache())
                        .eTag(etag)
                        .bodyValue(html));
    }

    private static byte[] read(ClassPathResource document) {
        try {
            return document.getContentAsByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(byte[] html) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(html), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
