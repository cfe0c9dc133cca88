package io.vimax.simulator.desk;

import io.vimax.simulator.account.RetryHint;
import io.vimax.simulator.http.Reply;
import io.vimax.simulator.http.Request;
import java.util.Optional;
import java.util.Set;

/** How one provider talks. */
public interface Protocol {

    /** Name of the provider; its paths begin with {@code /name}. */
    String name();

    /**
     * Answers a call whose path is the provider's own.
     *
     * @throws CallRefused if there is a reason to
     */
    Reply answer(Call call) throws InterruptedException;

    /**
     * Words a refusal.
     *
     * @param requestId what the provider puts into its errors for its support
     */
    Reply.Full refuse(Refusal refusal, Request request, String requestId);

    /** How refusals say when to come back, unless the account says otherwise. */
    Set<RetryHint> usualHints();

    /** The secret that a request carries; empty if none. */
    default Optional<String> secret(Request request) {
        return request.header("authorization")
                .filter(value -> value.regionMatches(true, 0, "Bearer ", 0, 7))
                .map(value -> value.substring(7).strip())
                .filter(secret -> !secret.isEmpty());
    }
}
