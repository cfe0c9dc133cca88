package io.vimax.worker.task.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vimax.testing.PostgresServer;
import io.vimax.worker.asset.store.S3Server;
import io.vimax.worker.task.TaskState;
import io.vimax.worker.task.Tasks;
import io.vimax.worker.task.intake.TaskIntake;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bucket is away when a result comes from the provider. */
class StoreOutageTest {

    @Test
    void storesTheResultWhenTheStoreIsBackAndAsksTheProviderForNoOther(@TempDir Path assets) throws Exception {
        System.setProperty("aws.accessKeyId", S3Server.IDENTITY);
        System.setProperty("aws.secretAccessKey", S3Server.SECRET);
        var remote = new ScriptedProvider("remote", false);
        remote.letAllEnd();
        var request = Requests.image("remote").build();
        UUID generation = request.getGenerationId();
        try (var store = new S3Server();
                var pool = new FakeKeyPool();
                var worker = WorkerUnderTest.on(PostgresServer.freshUrl())
                        .keyPool(pool)
                        .provider(remote)
                        .with(
                                "--worker.asset.folder=" + assets,
                                "--worker.asset.store=s3",
                                "--worker.asset.s3.endpoint=" + store.url(),
                                "--worker.asset.s3.bucket=" + S3Server.BUCKET,
                                "--worker.task.deadline=5m")
                        .start()) {
            pool.slots(Integer.MAX_VALUE);
            store.kill();
            worker.bean(TaskIntake.class).onRequested(request);
            await().atMost(Duration.ofSeconds(30)).until(() -> state(worker, generation) == TaskState.STORING);
            assertThat(rows(worker, generation)).isZero();

            store.startAgain();

            await().atMost(Duration.ofSeconds(60)).until(() -> state(worker, generation) == TaskState.SUCCEEDED);
            assertThat(remote.timesSubmitted(generation)).isEqualTo(1);
            assertThat(rows(worker, generation)).isEqualTo(1);
        }
    }

    private static TaskState state(WorkerUnderTest worker, UUID generation) {
        return worker.bean(Tasks.class).find(generation).orElseThrow().state();
    }

    private static long rows(WorkerUnderTest worker, UUID generation) {
        return worker.jdbc()
                .sql("select count(*) from asset where generation_id = :generation")
                .param("generation", generation)
                .query(Long.class)
                .single();
    }
}
