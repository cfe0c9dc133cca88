package io.vimax.worker.provider.remote;

import static org.assertj.core.api.Assertions.assertThat;

import io.vimax.simulator.chat.ChatAnswers;
import io.vimax.simulator.ledger.LedgerKind;
import io.vimax.simulator.scenario.Armed;
import io.vimax.simulator.scenario.Scenario;
import io.vimax.worker.provider.Outcome;
import io.vimax.worker.provider.Submission;
import io.vimax.worker.provider.failure.ProviderFailure;
import io.vimax.worker.provider.port.Engagement;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Chat models that answer nearly right, and are asked again at their price. */
class ScreenplayAnswerOverTheWireTest {

    @ParameterizedTest
    @CsvSource({
        "yunwu,FENCED_JSON",
        "yunwu,CHATTY_JSON",
        "yunwu,BROKEN_ANSWER",
        "openai,FENCED_JSON",
        "openai,CHATTY_JSON"
    })
    void mendsWithoutAskingAgain(String provider, Scenario scenario) throws Exception {
        try (var world = new RemoteWorld()) {
            world.simulator().arm(scenario);

            assertThat(run(world, provider)).isInstanceOf(Outcome.Done.class);
            assertThat(charges(world)).isOne();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"yunwu", "openai"})
    void asksAgainForAnAnswerThatWasCutOff(String provider) throws Exception {
        try (var world = new RemoteWorld()) {
            world.simulator().arm(Scenario.CUT_ANSWER);

            assertThat(run(world, provider)).isInstanceOf(Outcome.Done.class);
            assertThat(charges(world)).isEqualTo(2);
            assertThat(world.simulator().ledger().violations()).isEmpty();
        }
    }

    @Test
    void tellsTheModelWhatIsWrong() throws Exception {
        try (var world = new RemoteWorld(question -> {
            String last = question.lastText();
            return last.startsWith("That cannot be used") && last.contains("scenes[0].weather must be one of clear")
                    ? RemoteWorld.SCREENPLAY
                    : RemoteWorld.SCREENPLAY.replaceAll("\"weather\":\"[a-z]+\"", "\"weather\":\"volcanic\"");
        })) {
            assertThat(run(world, "yunwu")).isInstanceOf(Outcome.Done.class);
            assertThat(charges(world)).isEqualTo(2);
        }
    }

    @Test
    void givesUpAfterThreeAnswersThatAreNone() throws Exception {
        try (var world = new RemoteWorld(ChatAnswers.inTurn("Once upon a time."))) {
            assertThat(run(world, "yunwu")).isInstanceOfSatisfying(Outcome.Failed.class, failed -> {
                assertThat(failed.failure()).isInstanceOf(ProviderFailure.JobBroke.class);
                assertThat(failed.failure().detail()).contains("3 times", "no JSON object with scenes");
            });
            assertThat(charges(world)).isEqualTo(3);
        }
    }

    @Test
    void saysThatTheModelAnsweredWithNothing() throws Exception {
        try (var world = new RemoteWorld(ChatAnswers.inTurn("Once upon a time."))) {
            Engagement.Assignment assignment = assignment(world, "yunwu");
            world.simulator().arm(Armed.once(Scenario.NO_CHOICES));

            String job = ((Submission.Taken) assignment.submit()).jobId();

            assertThat(assignment.follow(job, _ -> {}))
                    .isInstanceOfSatisfying(
                            Outcome.Failed.class,
                            failed -> assertThat(failed.failure().detail())
                                    .isEqualTo("The model answered with nothing."));
            assertThat(charges(world)).isOne();
        }
    }

    private static Outcome run(RemoteWorld world, String provider) throws InterruptedException {
        Engagement.Assignment assignment = assignment(world, provider);
        return assignment.follow(((Submission.Taken) assignment.submit()).jobId(), _ -> {});
    }

    private static Engagement.Assignment assignment(RemoteWorld world, String provider) {
        RemoteWork kind = provider.equals("yunwu") ? RemoteWork.YUNWU_CHAT : RemoteWork.OPENAI_CHAT;
        return world.engage(provider, kind.work())
                .assign(
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        RemoteWorld.OWNER,
                        kind.model,
                        world.credentials(provider));
    }

    private static long charges(RemoteWorld world) {
        return world.simulator().ledger().count(LedgerKind.CHARGED);
    }
}
