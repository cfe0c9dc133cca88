package io.vimax.conversation.conversation;

import java.util.List;
import java.util.UUID;

/** Why a call about a conversation was refused. */
abstract sealed class ConversationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private ConversationException(String message) {
        super(message);
    }

    /** @param field name in snake_case */
    record Fault(String field, String code, String message) {}

    static final class NotFound extends ConversationException {
        private static final long serialVersionUID = 1L;

        NotFound(UUID id) {
            super("There is no conversation " + id + ".");
        }
    }

    static final class Approved extends ConversationException {
        private static final long serialVersionUID = 1L;
        final UUID episodeId;

        Approved(UUID episodeId) {
            super("This brief was approved; change the episode instead.");
            this.episodeId = episodeId;
        }
    }

    static final class BriefIncomplete extends ConversationException {
        private static final long serialVersionUID = 1L;

        BriefIncomplete() {
            super("Say what the film is about, or give a script, before you approve.");
        }
    }

    static final class ScriptTooLong extends ConversationException {
        private static final long serialVersionUID = 1L;
        final int neededSeconds;

        ScriptTooLong(int neededSeconds) {
            super("Reading this script aloud takes about " + neededSeconds
                    + " seconds. Ask for a longer film or cut the text.");
            this.neededSeconds = neededSeconds;
        }
    }

    static final class Full extends ConversationException {
        private static final long serialVersionUID = 1L;

        Full(int most) {
            super("A conversation holds at most " + most + " messages; begin a new one.");
        }
    }

    static final class Stale extends ConversationException {
        private static final long serialVersionUID = 1L;
        final long version;

        Stale(long version) {
            super("The brief was changed since you read it; read it again.");
            this.version = version;
        }
    }

    static final class VersionMissing extends ConversationException {
        private static final long serialVersionUID = 1L;

        VersionMissing() {
            super("Send If-Match with the ETag of the brief that this change is of.");
        }
    }

    static final class KeyMissing extends ConversationException {
        private static final long serialVersionUID = 1L;

        KeyMissing() {
            super("Send an Idempotency-Key of 1 to 200 characters, so that a repeated call says nothing twice.");
        }
    }

    static final class KeyReused extends ConversationException {
        private static final long serialVersionUID = 1L;

        KeyReused() {
            super("This Idempotency-Key came before with another body.");
        }
    }

    static final class UnknownField extends ConversationException {
        private static final long serialVersionUID = 1L;

        UnknownField(String name) {
            super("There is no field named " + name + ".");
        }
    }

    static final class Unreadable extends ConversationException {
        private static final long serialVersionUID = 1L;

        Unreadable() {
            super("The body is not the JSON that this call takes.");
        }
    }

    static final class Invalid extends ConversationException {
        private static final long serialVersionUID = 1L;
        private final transient List<Fault> faults;

        Invalid(List<Fault> faults) {
            super("Some fields are not as they must be.");
            this.faults = List.copyOf(faults);
        }

        List<Fault> faults() {
            return faults;
        }
    }
}
