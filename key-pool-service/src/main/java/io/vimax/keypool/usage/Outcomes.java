package io.vimax.keypool.usage;

import java.util.Set;

/** How outcomes of leases count. The words are those of the books; a word that is not here is an error. */
final class Outcomes {

    static final String SUCCESS = "success";

    /** Nothing left this system, so there was no request. */
    static final String NOT_SENT = "not_sent";

    /** A person stopped it: a request, and neither a success nor an error. */
    static final String CANCELLED = "cancelled";

    /** Refused for what was asked: an error, but neither of the key nor of the provider. */
    private static final Set<String> OF_THE_REQUEST = Set.of("content_rejected", "bad_request");

    /** SQL: something went wrong with the key or its provider. */
    static final String FAULT =
            "outcome not in ('success', 'cancelled', 'not_sent', 'content_rejected', 'bad_request')";

    private Outcomes() {}

    static boolean isError(String outcome) {
        return !outcome.equals(SUCCESS) && !outcome.equals(CANCELLED) && !outcome.equals(NOT_SENT);
    }

    static boolean isFault(String outcome) {
        return isError(outcome) && !OF_THE_REQUEST.contains(outcome);
    }
}
