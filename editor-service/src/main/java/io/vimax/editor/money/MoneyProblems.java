package io.vimax.editor.money;

import io.vimax.editor.problem.Problems;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers when a budget would be passed. */
@RestControllerAdvice
@Order(0)
class MoneyProblems {

    @ExceptionHandler
    ProblemDetail on(BudgetExceeded e) {
        var problem = Problems.of(HttpStatus.PAYMENT_REQUIRED, "budget-exceeded", String.valueOf(e.getMessage()));
        problem.setProperty("budget", Money.ofMicros(e.limitMicros));
        problem.setProperty("committed", Money.ofMicros(e.committedMicros));
        problem.setProperty("needed", Money.ofMicros(e.neededMicros));
        return problem;
    }
}
