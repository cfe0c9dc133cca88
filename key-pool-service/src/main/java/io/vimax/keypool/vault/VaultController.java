package io.vimax.keypool.vault;

import io.swagger.v3.oas.annotations.Operation;
import io.vimax.keypool.access.Person;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/api-keys/master-keys")
class VaultController {

    private final RotateMasterKey rotate;

    VaultController(RotateMasterKey rotate) {
        this.rotate = rotate;
    }

    /** @param to id of the master key that shall seal from now on */
    record Handover(@NotBlank @Size(max = 40) String to) {}

    @Operation(summary = "Which master key seals, and how many secrets lie under which (admin)")
    @GetMapping
    RotateMasterKey.Progress progress(Person person) {
        requireAdmin(person);
        return rotate.progress();
    }

    @Operation(
            summary = "Put all secrets under another master key (admin)",
            description = "Every replica has to know both keys. Secrets move in the background; keep the old key until"
                    + " remaining is 0.")
    @PostMapping("/rotate")
    @ResponseStatus(HttpStatus.ACCEPTED)
    RotateMasterKey.Progress rotate(Person person, @Valid @RequestBody Handover wanted) {
        requireAdmin(person);
        rotate.begin(wanted.to(), person.id());
        return rotate.progress();
    }

    private static void requireAdmin(Person person) {
        if (!person.administers()) {
            throw new VaultException.NotAdmin();
        }
    }
}
