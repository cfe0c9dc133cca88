package io.vimax.editor.document;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.vimax.editor.access.Person;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

@RestController
class StateController {

    private final StateDocuments documents;

    StateController(StateDocuments documents) {
        this.documents = documents;
    }

    @Operation(summary = "Everything of an episode in one document")
    @GetMapping("/api/v1/editor/episode/{id}/state")
    ResponseEntity<StateDocument> state(
            Person person,
            @PathVariable UUID id,
            @Parameter(description = "The ETag of the document that the caller has")
                    @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false)
                    @Nullable
                    String known) {
        StateDocument document = documents.of(person.id(), id);
        String tag = ETags.of(document);
        if (tag.equals(known)) {
            return ResponseEntity.status(HttpStatus.NOT_MODIFIED).eTag(tag).build();
        }
        return ResponseEntity.ok().eTag(tag).body(document);
    }
}
