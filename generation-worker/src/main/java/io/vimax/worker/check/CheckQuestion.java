package io.vimax.worker.check;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A key to ask a provider about. */
record CheckQuestion(UUID checkId, String service, @Nullable String baseUrl, String secret) {

    @Override
    public String toString() {
        return "CheckQuestion[" + checkId + ", " + service + "]";
    }
}
