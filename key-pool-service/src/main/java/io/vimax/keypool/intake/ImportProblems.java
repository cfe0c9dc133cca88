package io.vimax.keypool.intake;

import io.vimax.keypool.problem.Problems;
import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ImportProblems {

    @ExceptionHandler
    ProblemDetail on(ImportException e) {
        String detail = String.valueOf(e.getMessage());
        return switch (e) {
            case ImportException.NotFound _ -> Problems.of(HttpStatus.NOT_FOUND, "import-not-found", detail);
            case ImportException.Empty _, ImportException.NotText _ ->
                Problems.of(HttpStatus.UNPROCESSABLE_CONTENT, "import-unreadable", detail);
            case ImportException.TooLong _ -> Problems.of(HttpStatus.UNPROCESSABLE_CONTENT, "import-too-long", detail);
            case ImportException.TooLarge _ -> Problems.of(HttpStatus.CONTENT_TOO_LARGE, "body-too-large", detail);
            case ImportException.Unreadable unreadable -> unreadable(detail, List.of(unreadable.fault));
            case ImportException.BadHeader bad -> unreadable(detail, bad.faults);
            case ImportException.HasFaults faults -> {
                var problem = Problems.of(HttpStatus.CONFLICT, "import-has-faults", detail);
                problem.setProperty("wrong", faults.wrong);
                problem.setProperty("duplicates", faults.duplicates);
                yield problem;
            }
            case ImportException.NotAnOperator _ -> Problems.of(HttpStatus.FORBIDDEN, "not-allowed", detail);
        };
    }

    private static ProblemDetail unreadable(String detail, List<LineFault> faults) {
        var problem = Problems.of(HttpStatus.UNPROCESSABLE_CONTENT, "import-unreadable", detail);
        problem.setProperty("errors", faults);
        return problem;
    }
}
