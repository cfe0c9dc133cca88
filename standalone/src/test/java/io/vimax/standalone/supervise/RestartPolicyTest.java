package io.vimax.standalone.supervise;

import static org.assertj.core.api.Assertions.assertThat;

import io.vimax.standalone.supervise.RestartPolicy.NextStep.GiveUp;
import io.vimax.standalone.supervise.RestartPolicy.NextStep.StartAgain;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RestartPolicyTest {
    private final RestartPolicy policy = RestartPolicy.USUAL;

    @Test
    void startsAgainAtOnceAndThenWithGrowingPauses() {
        assertThat(policy.after(1, true)).isEqualTo(new StartAgain(Duration.ZERO));
        assertThat(policy.after(2, true)).isEqualTo(new StartAgain(Duration.ofMillis(500)));
        assertThat(policy.after(3, true)).isEqualTo(new StartAgain(Duration.ofSeconds(1)));
        assertThat(policy.after(7, true)).isEqualTo(new StartAgain(Duration.ofSeconds(15)));
    }

    @Test
    void givesUpAfterEightFailuresInARowAndAfterFourIfItNeverCameUp() {
        assertThat(policy.after(4, false)).isEqualTo(new GiveUp());
        assertThat(policy.after(3, false)).isInstanceOf(StartAgain.class);
        assertThat(policy.after(8, true)).isEqualTo(new GiveUp());
    }
}
