package io.vimax.keypool.check;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** For workers, with their own token; the gateway knows no way here. */
@Hidden
@RestController
@RequestMapping("/internal/checks")
class CheckWorkController {

    private static final String WORKER = "generation-worker";

    private final CheckWork work;

    CheckWorkController(CheckWork work) {
        this.work = work;
    }

    /** @param owner name of the worker */
    record Wish(
            @NotBlank @Size(max = 120) String owner,
            @Min(1) @Max(50) int most) {}

    /** A check to make; the secret is for this one question. */
    record Question(UUID checkId, String service, @Nullable String baseUrl, String secret) {

        @Override
        public String toString() {
            return "Question[" + checkId + "]";
        }
    }

    record Questions(List<Question> items) {}

    /**
     * What came of a check.
     *
     * @param result passed, failed (the provider refused the key) or unreachable (no usable answer)
     * @param detail words of the worker, never of the provider, which might repeat the key
     * @param latencyMs how long the provider took, in milliseconds
     */
    record Answer(
            @NotBlank @Size(max = 120) String owner,
            @NotBlank @Size(max = 20) String result,
            @NotBlank @Size(max = 60) String code,
            @NotBlank @Size(max = 300) String detail,
            @Min(0) long latencyMs) {}

    @PostMapping("/claim")
    Questions claim(@AuthenticationPrincipal Jwt caller, @Valid @RequestBody Wish wish) {
        requireWorker(caller);
        return new Questions(work.claim(wish.owner(), wish.most()).stream()
                .map(claim -> new Question(
                        claim.id(),
                        claim.key().service(),
                        claim.key().baseUrl(),
                        claim.key().secret()))
                .toList());
    }

    @PostMapping("/{id}/result")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void report(@AuthenticationPrincipal Jwt caller, @PathVariable UUID id, @Valid @RequestBody Answer answer) {
        requireWorker(caller);
        work.report(
                id,
                answer.owner(),
                CheckState.reported(answer.result()).orElseThrow(CheckException.UnknownResult::new),
                answer.code(),
                answer.detail(),
                answer.latencyMs());
    }

    private static void requireWorker(Jwt caller) {
        if (!WORKER.equals(caller.getSubject())) {
            throw new CheckException.NotAWorker();
        }
    }
}
