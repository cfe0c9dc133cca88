package io.vimax.worker.provider.remote;

import static org.assertj.core.api.Assertions.assertThat;

import io.vimax.simulator.ledger.LedgerKind;
import io.vimax.simulator.scenario.Armed;
import io.vimax.simulator.scenario.Scenario;
import io.vimax.worker.provider.Outcome;
import io.vimax.worker.provider.Submission;
import io.vimax.worker.provider.Work;
import io.vimax.worker.provider.failure.ProviderFailure;
import io.vimax.worker.provider.port.Engagement;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The ways in which image models answer, and do not. */
class PictureAnswerTest {

    private static RemoteWorld world;

    @BeforeAll
    static void start() {
        world = new RemoteWorld("--worker.remote.largest-result=3MB");
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    @BeforeEach
    void reset() {
        world.simulator().reset();
    }

    @AfterEach
    void oneChargeAndNoFault() {
        assertThat(world.simulator().ledger().violations()).isEmpty();
        assertThat(world.simulator().ledger().entries(LedgerKind.FAULT)).isEmpty();
        assertThat(world.simulator().ledger().count(LedgerKind.ACCEPTED)).isLessThanOrEqualTo(1);
        assertThat(world.logged()).doesNotContain(RemoteWorld.SECRET);
    }

    @ParameterizedTest
    @CsvSource({"TWO_IMAGES", "SNAKE_CASE_IMAGE"})
    void takesThePictureOfGemini(Scenario scenario) throws Exception {
        world.simulator().arm(scenario);

        assertThat(run(RemoteWork.YUNWU_GEMINI)).isInstanceOf(Outcome.Done.class);
    }

    @ParameterizedTest
    @CsvSource({
        "YUNWU_GEMINI,TEXT_ONLY,I cannot draw it",
        "YUNWU_GEMINI,EMPTY_CANDIDATES,without a picture",
        "YUNWU_SEEDREAM,EMPTY_CANDIDATES,without a picture",
        "YUNWU_SEEDREAM,COMPLETED_WITHOUT_LINK,without a picture",
        "OPENAI_IMAGE,EMPTY_CANDIDATES,without a picture",
        "YUNWU_SEEDREAM,LINK_TO_METADATA,169.254.169.254",
        "YUNWU_SEEDREAM,LINK_TO_LOCALHOST,localhost",
        "YUNWU_SEEDREAM,REDIRECT_TO_METADATA,169.254.169.254",
        "YUNWU_SEEDREAM,DOWNLOAD_ENDLESS,larger than 3 MB",
        "YUNWU_SEEDREAM,LINK_EXPIRED,not valid any more"
    })
    void saysThatThereIsNoPicture(RemoteWork kind, Scenario scenario, String words) throws Exception {
        world.simulator().arm(Armed.always(scenario));

        assertThat(run(kind)).isInstanceOfSatisfying(Outcome.Failed.class, failed -> {
            assertThat(failed.failure()).isInstanceOf(ProviderFailure.JobBroke.class);
            assertThat(failed.failure().detail()).contains(words);
        });
    }

    @ParameterizedTest
    @CsvSource({"PROMPT_BLOCKED", "SAFETY_STOP"})
    void saysThatTheModelRefuses(Scenario scenario) throws Exception {
        world.simulator().arm(scenario);

        assertThat(run(RemoteWork.YUNWU_GEMINI))
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.failure()).isInstanceOf(ProviderFailure.ContentRejected.class));
    }

    @Test
    void knowsTheModelThatTheCatalogueCallsNanobanana() throws Exception {
        Outcome outcome = run("nanobanana", RemoteWork.image(1280, 720, RemoteWorld.PICTURE));

        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        assertThat(world.simulator()
                        .ledger()
                        .entries(LedgerKind.ACCEPTED)
                        .getFirst()
                        .subject()
                        .model())
                .isEqualTo("gemini-2.5-flash-image-preview");
    }

    @Test
    void sendsNothingWhenAReferenceIsNoPicture() throws Exception {
        Submission submission = assignment("gemini-3.1-flash-image", RemoteWork.image(1280, 720, RemoteWorld.TEXT_FILE))
                .submit();

        assertThat(submission)
                .isInstanceOfSatisfying(
                        Submission.Refused.class,
                        refused -> assertThat(refused.failure()).isInstanceOf(ProviderFailure.InputUnusable.class));
        assertThat(world.simulator().ledger().entries()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "gemini-2.5-flash-image-preview,4,1280,720,at most 3 reference pictures",
        "nanobanana,4,1280,720,at most 3",
        "gemini-3.1-flash-image,15,1280,720,at most 14 reference pictures",
        "gemini-3.1-flash-image,0,1000,300,1000 x 300",
        "doubao-seedream-4-0-250828,11,1280,720,at most 10 reference pictures",
        "doubao-seedream-5-0-260128,0,4000,200,sixteen times",
        "flux-pro,0,1280,720,flux-pro"
    })
    void objectsToWhatTheModelCannotDo(String model, int references, int width, int height, String words) {
        UUID[] ids = new UUID[references];
        Arrays.fill(ids, RemoteWorld.PICTURE);

        assertThat(world.engage("yunwu", RemoteWork.image(width, height, ids)).objectionTo(model))
                .hasValueSatisfying(objection -> assertThat(objection).contains(words));
    }

    private static Outcome run(RemoteWork kind) throws InterruptedException {
        var assignment = world.engage(kind.provider, kind.work())
                .assign(
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        RemoteWorld.OWNER,
                        kind.model,
                        world.credentials(kind.provider));
        return assignment.follow(((Submission.Taken) assignment.submit()).jobId(), _ -> {});
    }

    private static Outcome run(String model, Work work) throws InterruptedException {
        var assignment = assignment(model, work);
        return assignment.follow(((Submission.Taken) assignment.submit()).jobId(), _ -> {});
    }

    private static Engagement.Assignment assignment(String model, Work work) {
        return world.engage("yunwu", work)
                .assign(UUID.randomUUID(), UUID.randomUUID(), RemoteWorld.OWNER, model, world.credentials("yunwu"));
    }
}
