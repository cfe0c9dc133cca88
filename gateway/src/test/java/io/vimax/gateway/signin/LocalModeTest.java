package io.vimax.gateway.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vimax.gateway.startup.RefusedStart;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalModeTest {

    private static final UUID OWNER = UUID.randomUUID();

    private static LocalMode mode(String bind, @Nullable UUID owner) {
        return new LocalMode(new SignInProperties(bind, owner, "Owner", Duration.ofDays(30), Duration.ofMinutes(10)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "10.1.2.3", "no such host.invalid"})
    void refusesToServeOthersThanThisMachine(String bind) {
        assertThatThrownBy(() -> mode(bind, OWNER))
                .isInstanceOf(RefusedStart.class)
                .hasMessageContaining(bind);
    }

    @Test
    void refusesToServeNobody() {
        assertThatThrownBy(() -> mode("127.0.0.1", null))
                .isInstanceOf(RefusedStart.class)
                .hasMessage("VIMAX_OWNER_ID is not set.");
    }

    @Test
    void knowsItsOwnerOnly() {
        LocalMode mode = mode("::1", OWNER);

        assertThat(mode.person(OWNER, Person.Via.COOKIE).orElseThrow().roles())
                .containsExactlyInAnyOrder(Role.values());
        assertThat(mode.person(UUID.randomUUID(), Person.Via.COMMAND_LINE)).isEmpty();
    }

    @Test
    void answersToNamesOfThisMachineOnly() {
        LocalMode mode = mode("localhost", OWNER);

        assertThat(mode.answersTo("localhost")).isTrue();
        assertThat(mode.answersTo("[::1]")).isTrue();
        assertThat(mode.answersTo("localhost.evil.example")).isFalse();
        assertThat(mode.answersTo("")).isFalse();
        assertThat(mode.answersTo(null)).isFalse();
    }
}
