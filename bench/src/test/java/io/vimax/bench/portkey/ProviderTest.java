package io.vimax.bench.portkey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vimax.bench.replica.Wire;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProviderTest {

    private static final Allowance ONE = new Allowance("one", 1, 1);

    @Test
    void whatIsOverTheLimitIsRefusedWithTheTimeToWaitAndWrittenDown() throws IOException {
        try (var provider = new Provider(List.of(ONE))) {
            Wire.Reply first = provider.chat(ONE.secret());
            Wire.Reply second = provider.chat(ONE.secret());

            assertThat(first.status()).isEqualTo(200);
            assertThat(first.retryAfterMs()).isEqualTo(-1);
            assertThat(second.status()).isEqualTo(429);
            assertThat(second.retryAfterMs()).isBetween(1L, 60_000L);
            assertThat(provider.accepted()).hasSize(1);
            assertThat(provider.refused()).hasSize(1);
            assertThatCode(provider::requireSound).doesNotThrowAnyException();
        }
    }

    @Test
    void aWrongCallMakesTheFiguresWorthless() throws IOException {
        try (var provider = new Provider(List.of(ONE));
                var wire = new Wire(URI.create(provider.address()).getPort(), 5_000)) {
            wire.post("/" + Provider.PROTOCOL + "/v1/chats", ONE.secret(), Provider.QUESTION);

            assertThatThrownBy(provider::requireSound)
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("prove nothing");
        }
    }
}
