package io.vimax.keypool.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CombiningTest {

    private final List<List<String>> calls = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch gate = new CountDownLatch(1);

    /** Questions are alike when they begin with the same letter. */
    private final Combining<String, String> combining =
            new Combining<>(1, 4, question -> question.charAt(0), (_, all) -> answer(all));

    private List<String> answer(List<String> questions) {
        calls.add(List.copyOf(questions));
        if (questions.contains("a0")) {
            try {
                gate.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        if (questions.contains("x")) {
            throw new IllegalStateException("no answer");
        }
        return questions.stream().map(question -> "re " + question).toList();
    }

    @Test
    void asksAtOnceWhenNobodyElseDoes() {
        assertThat(combining.ask("b")).isEqualTo("re b");
        assertThat(calls).containsExactly(List.of("b"));
    }

    @Test
    void alikeQuestionsThatGatheredGoTogetherAndEachGetsItsOwnAnswer() throws Exception {
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<String> first = callers.submit(() -> combining.ask("a0"));
            await().until(() -> calls.size() == 1);
            List<Future<String>> others = IntStream.range(1, 13)
                    .mapToObj(number -> callers.submit(() -> combining.ask((number % 2 == 0 ? "a" : "b") + number)))
                    .toList();
            await().until(() -> combining.waiting() == 12);
            gate.countDown();

            assertThat(first.get()).isEqualTo("re a0");
            for (int number = 1; number < 13; number++) {
                assertThat(others.get(number - 1).get()).isEqualTo("re " + (number % 2 == 0 ? "a" : "b") + number);
            }
        }
        assertThat(calls).allSatisfy(call -> assertThat(call).hasSizeLessThanOrEqualTo(4));
        assertThat(calls)
                .allSatisfy(call -> assertThat(call.stream()
                                .map(question -> question.charAt(0))
                                .distinct())
                        .hasSize(1));
        assertThat(calls).hasSizeLessThan(8);
    }

    @Test
    void aFailureReachesAllWhoWentTogetherAndNobodyElse() throws Exception {
        assertThatThrownBy(() -> combining.ask("x")).isInstanceOf(IllegalStateException.class);
        assertThat(combining.ask("y")).isEqualTo("re y");
    }

    @Test
    void manyCallersAllGetTheirAnswers() throws Exception {
        gate.countDown();
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> answers = IntStream.range(0, 5_000)
                    .mapToObj(number -> callers.submit(() -> combining.ask("a" + number)))
                    .toList();
            for (int number = 0; number < answers.size(); number++) {
                assertThat(answers.get(number).get()).isEqualTo("re a" + number);
            }
        }
    }
}
