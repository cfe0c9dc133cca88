package io.vimax.gateway.document;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Gives the document of the API. */
@RestController
class DocumentController {

    private final byte[] document;

    DocumentController(JsonMapper json) throws IOException {
        var parts = new TreeMap<String, JsonNode>();
        for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath*:openapi/*.json")) {
            String name = Objects.requireNonNull(file.getFilename());
            try (InputStream content = file.getInputStream()) {
                parts.put(name.substring(0, name.length() - ".json".length()), json.readTree(content));
            }
        }
        document = json.writeValueAsBytes(ApiDocument.of(json, parts));
    }

    @GetMapping("/api/v1/openapi.json")
    ResponseEntity<byte[]> document() {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noCache())
                .body(document);
    }
}
