package io.vimax.worker.task.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.vimax.testing.PostgresServer;
import io.vimax.worker.task.ClaimLost;
import io.vimax.worker.task.Task;
import io.vimax.worker.task.TaskProperties;
import io.vimax.worker.task.TaskRows;
import io.vimax.worker.task.TaskState;
import io.vimax.worker.task.Tasks;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Claims on a real PostgreSQL, without Spring around them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClaimsTest {

    private static final Duration ADOPT_AFTER = Duration.ofSeconds(15);

    private HikariDataSource database;
    private JdbcClient jdbc;
    private TransactionTemplate transaction;
    private Claims claims;
    private Tasks tasks;

    @BeforeAll
    void connect() {
        database = new HikariDataSource();
        database.setJdbcUrl(PostgresServer.freshUrl());
        database.setUsername("postgres");
        database.setPassword("postgres");
        database.setMaximumPoolSize(32);
        Flyway.configure().dataSource(database).load().migrate();
        jdbc = JdbcClient.create(database);
        transaction = new TransactionTemplate(new JdbcTransactionManager(database));
        var rows = new TaskRows(JsonMapper.builder().build());
        var properties = new TaskProperties(
                "w",
                Duration.ofSeconds(3),
                ADOPT_AFTER,
                Duration.ofMillis(250),
                16,
                6,
                3,
                Duration.ofSeconds(2),
                Duration.ofMinutes(30),
                null);
        claims = new Claims(jdbc, rows, properties);
        tasks = new Tasks(jdbc, rows);
    }

    @AfterAll
    void disconnect() {
        database.close();
    }

    @BeforeEach
    void clear() {
        jdbc.sql("truncate task, turn_of_user, turn_of_episode").update();
    }

    @Test
    void neverGivesOneTaskToTwoWhenAHundredRace() throws Exception {
        var inserted = IntStream.range(0, 60)
                .mapToObj(_ -> insert(UUID.randomUUID(), UUID.randomUUID(), 1))
                .toList();

        List<UUID> claimed;
        try (var replicas = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Optional<Task>> claim =
                    () -> claim("w#" + Thread.currentThread().threadId());
            claimed = replicas
                    .invokeAll(IntStream.range(0, 120).mapToObj(_ -> claim).toList())
                    .stream()
                    .map(Future::resultNow)
                    .flatMap(Optional::stream)
                    .map(Task::id)
                    .toList();
        }

        assertThat(claimed).doesNotHaveDuplicates();
        // A claim that meets only rows that others are taking goes away empty; the next poll finds what is left.
        var rest = new ArrayList<UUID>();
        for (var next = claim("w#last"); next.isPresent(); next = claim("w#last")) {
            rest.add(next.get().id());
        }
        assertThat(rest).doesNotContainAnyElementsOf(claimed);
        rest.addAll(claimed);
        assertThat(rest).containsExactlyInAnyOrderElementsOf(inserted);
    }

    @Test
    void takesInteractiveWorkFirstAndOldWorkBeforeItStarves() {
        var batch = insert(UUID.randomUUID(), UUID.randomUUID(), 2);
        var oldBatch = insert(UUID.randomUUID(), UUID.randomUUID(), 2);
        var interactive = insert(UUID.randomUUID(), UUID.randomUUID(), 0);
        jdbc.sql("update task set created_at = now() - interval '3 minutes' where id = ?")
                .param(oldBatch)
                .update();

        assertThat(claimAll()).containsExactly(oldBatch, interactive, batch);
    }

    @Test
    void givesThePersonWithLessInHandTheNextTurn() {
        var busy = UUID.randomUUID();
        var first = insert(busy, UUID.randomUUID(), 1);
        var second = insert(busy, UUID.randomUUID(), 1);
        var other = insert(UUID.randomUUID(), UUID.randomUUID(), 1);

        assertThat(claimAll()).containsExactly(first, other, second);
    }

    @Test
    void takesTheEpisodesOfOnePersonInTurn() {
        var person = UUID.randomUUID();
        var long1 = UUID.randomUUID();
        var a = insert(person, long1, 1);
        var b = insert(person, long1, 1);
        var other = insert(person, UUID.randomUUID(), 1);
        jdbc.sql("insert into turn_of_episode values (?, now())").param(long1).update();

        assertThat(claimAll()).containsExactly(other, a, b);
    }

    @Test
    void leavesClosedLanesAlone() {
        insert(UUID.randomUUID(), UUID.randomUUID(), 1);

        assertThat(claims.claim("w#1", List.of("local/model-one"), List.of())).isEmpty();
        assertThat(claims.claim("w#1", List.of("local/model-two"), List.of())).isPresent();
    }

    @Test
    void leavesALivingClaimAloneAndTakesASilentOneOverWithAHigherFence() {
        insert(UUID.randomUUID(), UUID.randomUUID(), 1);
        var first = claim("a#1").orElseThrow();
        assertThat(claim("b#1")).isEmpty();

        jdbc.sql("update task set heartbeat_at = now() - interval '16 seconds'").update();
        var second = claim("b#1").orElseThrow();

        assertThat(second.fence()).isGreaterThan(first.fence());
        assertThat(claims.beat("a#1", List.of(first.id()))).isEmpty();
        assertThatThrownBy(() -> tasks.storing(running(first))).isInstanceOf(ClaimLost.class);
        assertThat(tasks.note(first.id(), first.fence(), 0.5)).isEmpty();
        assertThat(tasks.note(second.id(), second.fence(), 0.5)).isPresent();
    }

    @Test
    void freesTheClaimsOfAFormerInstanceOfTheSameNameOnly() {
        insert(UUID.randomUUID(), UUID.randomUUID(), 1);
        insert(UUID.randomUUID(), UUID.randomUUID(), 1);
        assertThat(claim("w#old")).isPresent();
        assertThat(claim("w2#old")).isPresent();

        assertThat(claims.adoptFormer("w", "w#new")).isEqualTo(1);
        assertThat(claim("w#new")).isPresent();
        assertThat(claim("w#new")).isEmpty();
    }

    @Test
    void neverLetsProgressGoBack() {
        insert(UUID.randomUUID(), UUID.randomUUID(), 1);
        var task = claim("w#1").orElseThrow();

        var high = tasks.note(task.id(), task.fence(), 0.6).orElseThrow();
        var low = tasks.note(task.id(), task.fence(), 0.2).orElseThrow();

        assertThat(low.share()).isEqualTo(0.6);
        assertThat(low.version()).isGreaterThan(high.version());
    }

    @Test
    void claimsEachOnceFromTenThousandWaitingTasks() {
        jdbc.sql("""
                insert into task (id, episode_id, user_id, kind, target_type, target_id, target_label, provider, model,
                    priority, work, input_hash, state)
                select gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'MUSIC', 'MUSIC', gen_random_uuid(), 'm',
                    'local', 'model-one', 1, '{"mood":"calm","weather":"","durationMs":1000,"seed":1}', 'h', 'QUEUED'
                from generate_series(1, 10000)
                """).update();
        jdbc.sql("analyze task").update();

        var claimed = IntStream.range(0, 20)
                .mapToObj(_ -> claim("w#1").orElseThrow().id())
                .toList();

        assertThat(claimed).doesNotHaveDuplicates();
    }

    @Test
    void beginsNothingAgainThatItHasInHandAfterAnOutage() {
        insert(UUID.randomUUID(), UUID.randomUUID(), 1);
        var task = claim("w#1").orElseThrow();
        jdbc.sql("update task set heartbeat_at = now() - interval '60 seconds'").update();

        assertThat(claims.claim("w#1", List.of(), List.of(task.id()))).isEmpty();
        assertThat(claims.claim("w#1", List.of(), List.of())).isPresent();
    }

    private Optional<Task> claim(String instance) {
        return transaction.execute(_ -> claims.claim(instance, List.of(), List.of()));
    }

    private List<UUID> claimAll() {
        return IntStream.iterate(0, i -> i + 1)
                .mapToObj(_ -> claim("w#1"))
                .takeWhile(Optional::isPresent)
                .map(task -> task.orElseThrow().id())
                .toList();
    }

    private static Task running(Task task) {
        return new Task(
                task.subject(),
                task.priority(),
                task.provider(),
                task.work(),
                task.inputHash(),
                task.estimatedCostMicros(),
                TaskState.RUNNING,
                task.fence(),
                task.claimedBy(),
                1,
                "job",
                null,
                List.of(),
                0,
                null,
                task.version(),
                task.createdAt(),
                task.createdAt());
    }

    private UUID insert(UUID user, UUID episode, int priority) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                insert into task (id, episode_id, user_id, kind, target_type, target_id, target_label, provider, model,
                    priority, work, input_hash, state, created_at)
                values (:id, :episode, :user, 'MUSIC', 'MUSIC', :id, 'm', 'local', 'model-one', :priority,
                    '{"mood":"calm","weather":"","durationMs":1000,"seed":1}', 'h', 'QUEUED', clock_timestamp())
                """)
                .param("id", id)
                .param("episode", episode)
                .param("user", user)
                .param("priority", priority)
                .update();
        return id;
    }
}
