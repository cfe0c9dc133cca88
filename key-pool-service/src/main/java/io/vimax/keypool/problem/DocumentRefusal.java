package io.vimax.keypool.problem;

/** Why a change of a document was refused before anybody looked at it. */
abstract sealed class DocumentRefusal extends RuntimeException {

    private DocumentRefusal(String message) {
        super(message);
    }

    static final class Missing extends DocumentRefusal {
        Missing() {
            super("Send the ETag that you read in the header If-Match.");
        }
    }

    static final class Stale extends DocumentRefusal {
        Stale() {
            super("It was changed elsewhere meanwhile; read it again.");
        }
    }
}
