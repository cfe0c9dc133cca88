package io.vimax.keypool.vault;

import io.vimax.keypool.problem.Problems;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class VaultProblems {

    @ExceptionHandler
    ProblemDetail on(VaultException e) {
        String detail = String.valueOf(e.getMessage());
        return switch (e) {
            case VaultException.NotAdmin _ -> Problems.of(HttpStatus.FORBIDDEN, "not-allowed", detail);
            case VaultException.UnknownMasterKey _ ->
                Problems.of(HttpStatus.UNPROCESSABLE_CONTENT, "unknown-master-key", detail);
            case VaultException.RotationUnderWay _ -> Problems.of(HttpStatus.CONFLICT, "rotation-under-way", detail);
        };
    }
}
