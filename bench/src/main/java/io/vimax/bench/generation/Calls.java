package io.vimax.bench.generation;

import io.vimax.simulator.ProviderSimulator;
import io.vimax.simulator.ledger.LedgerEntry;
import io.vimax.simulator.ledger.LedgerKind;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** When the provider took work on, by its own ledger. */
final class Calls {

    private Calls() {}

    /** By generation, whose id the worker sends along. */
    static Map<UUID, Instant> accepted(ProviderSimulator simulator) {
        Map<UUID, Instant> moments = new HashMap<>();
        for (LedgerEntry entry : simulator.ledger().entries(LedgerKind.ACCEPTED)) {
            moments.putIfAbsent(UUID.fromString(entry.subject().reference()), entry.at());
        }
        return moments;
    }
}
