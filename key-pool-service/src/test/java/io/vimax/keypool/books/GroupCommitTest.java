package io.vimax.keypool.books;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;

class GroupCommitTest {

    private final List<List<Integer>> batches = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch gate = new CountDownLatch(1);
    private final GroupCommit<Integer, Integer> commits = new GroupCommit<>("test", 8, this::write);

    private List<Integer> write(List<Integer> entries) {
        batches.add(List.copyOf(entries));
        if (entries.contains(-1)) {
            throw new DataIntegrityViolationException("bad entry");
        }
        if (entries.contains(-2)) {
            throw new DataAccessResourceFailureException("away");
        }
        if (entries.contains(0)) {
            try {
                gate.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        return entries.stream().map(entry -> entry * 10).toList();
    }

    @AfterEach
    void stop() {
        gate.countDown();
        commits.close();
    }

    @Test
    void writesALoneEntryAtOnce() {
        assertThat(commits.write(4)).isEqualTo(40);
        assertThat(batches).containsExactly(List.of(4));
    }

    @Test
    void whatGathersWhileABatchIsWrittenGoesTogetherUpToTheLimit() {
        CompletableFuture<Integer> first = commits.start(0);
        org.awaitility.Awaitility.await().until(() -> batches.size() == 1);
        List<CompletableFuture<Integer>> others =
                IntStream.rangeClosed(1, 11).mapToObj(commits::start).toList();
        gate.countDown();

        assertThat(first.join()).isZero();
        assertThat(others.stream().map(CompletableFuture::join))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 11)
                        .map(entry -> entry * 10)
                        .boxed()
                        .toList());
        assertThat(batches).extracting(List::size).containsExactly(1, 8, 3);
    }

    @Test
    void aBadEntryFailsAlone() {
        CompletableFuture<Integer> first = commits.start(0);
        org.awaitility.Awaitility.await().until(() -> batches.size() == 1);
        CompletableFuture<Integer> good = commits.start(5);
        CompletableFuture<Integer> bad = commits.start(-1);
        CompletableFuture<Integer> alsoGood = commits.start(6);
        gate.countDown();

        assertThat(first.join()).isZero();
        assertThat(good.join()).isEqualTo(50);
        assertThat(alsoGood.join()).isEqualTo(60);
        assertThatThrownBy(() -> GroupCommit.await(bad)).isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void aDatabaseThatIsAwayFailsAllAtOnceAndTheNextOnesGoOn() {
        CompletableFuture<Integer> first = commits.start(0);
        org.awaitility.Awaitility.await().until(() -> batches.size() == 1);
        CompletableFuture<Integer> one = commits.start(1);
        CompletableFuture<Integer> two = commits.start(-2);
        gate.countDown();
        assertThat(first.join()).isZero();

        assertThatThrownBy(() -> GroupCommit.await(one)).isInstanceOf(DataAccessResourceFailureException.class);
        assertThatThrownBy(() -> GroupCommit.await(two)).isInstanceOf(DataAccessResourceFailureException.class);
        assertThat(batches).hasSize(2);
        assertThat(commits.write(3)).isEqualTo(30);
    }

    @Test
    void refusesWhatComesAfterTheEnd() {
        commits.close();
        org.awaitility.Awaitility.await()
                .untilAsserted(() -> assertThatThrownBy(() -> commits.write(1))
                        .isInstanceOf(DataAccessResourceFailureException.class));
    }
}
