package io.vimax.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vimax.standalone.console.Refusal;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PatienceTest {

    @Test
    void doesNotWaitForASystemThatWasStopped() {
        List<String> said = new ArrayList<>();
        AtomicInteger asked = new AtomicInteger();
        Patience patience = new Patience(said::add, () -> {
            if (asked.get() == 1) {
                throw Refusal.because("The disk is nearly full.");
            }
        });

        assertThatThrownBy(() -> patience.ask(() -> {
                    asked.incrementAndGet();
                    throw new IOException("nobody listens");
                }))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("nearly full");
        assertThat(asked).hasValue(1);
        assertThat(said).isEmpty();
    }
}
