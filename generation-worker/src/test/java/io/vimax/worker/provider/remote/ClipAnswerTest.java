package io.vimax.worker.provider.remote;

import static org.assertj.core.api.Assertions.assertThat;

import io.vimax.simulator.ledger.LedgerKind;
import io.vimax.simulator.scenario.Armed;
import io.vimax.simulator.scenario.Scenario;
import io.vimax.worker.provider.Outcome;
import io.vimax.worker.provider.Submission;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Clips of Seedance, at Ark and through the relay, and of Veo. */
class ClipAnswerTest {

    private static RemoteWorld world;

    @BeforeAll
    static void start() {
        world = new RemoteWorld();
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    @BeforeEach
    void reset() {
        world.simulator().reset();
    }

    @ParameterizedTest
    @CsvSource({
        "ARK_SEEDANCE,FAILED,JobBroke",
        "ARK_SEEDANCE,ERROR_STATE,JobBroke",
        "ARK_SEEDANCE,CONTENT_FAILED,ContentRejected",
        "ARK_SEEDANCE,UNKNOWN_STATUS,JobBroke",
        "ARK_SEEDANCE,JOB_LOST,JobBroke",
        "ARK_SEEDANCE,LINK_TO_METADATA,JobBroke",
        "GOOGLE_CLIP,FAILED,JobBroke",
        "GOOGLE_CLIP,CONTENT_FAILED,ContentRejected",
        "GOOGLE_CLIP,JOB_LOST,JobBroke",
        "GOOGLE_CLIP,LINK_TO_METADATA,JobBroke",
        "YUNWU_SEEDANCE,FAILED,JobBroke",
        "YUNWU_SEEDANCE,CONTENT_FAILED,ContentRejected",
        "YUNWU_SEEDANCE,JOB_LOST,JobBroke"
    })
    void endsForGood(RemoteWork kind, Scenario scenario, String failure) throws Exception {
        world.simulator().arm(Armed.once(scenario));
        var assignment = world.engage(kind.provider, kind.work())
                .assign(
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        RemoteWorld.OWNER,
                        kind.model,
                        world.credentials(kind.provider));

        Outcome outcome = assignment.follow(((Submission.Taken) assignment.submit()).jobId(), _ -> {});

        assertThat(outcome).isInstanceOfSatisfying(Outcome.Failed.class, failed -> {
            assertThat(failed.failure().getClass().getSimpleName()).isEqualTo(failure);
            assertThat(failed.failure().detail()).endsWith(".");
        });
        assertThat(world.simulator().ledger().count(LedgerKind.ACCEPTED)).isOne();
        assertThat(world.simulator().ledger().violations()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "doubao-seedance-1-0-lite-t2v-250428,1280,720,5000,words alone",
        "doubao-seedance-1-0-pro-250528,1280,720,12500,at most 12 s",
        "doubao-seedance-2-0-260128,1000,300,5000,1000 x 300",
        "seedance-9-imagined,1280,720,5000,seedance-9-imagined"
    })
    void objectsToWhatTheModelCannotDo(String model, int width, int height, long ms, String words) {
        for (String provider : new String[] {"ark", "yunwu"}) {
            assertThat(world.engage(provider, RemoteWork.clip(RemoteWorld.PICTURE, width, height, ms))
                            .objectionTo(model))
                    .hasValueSatisfying(objection -> assertThat(objection).contains(words));
        }
    }
}
