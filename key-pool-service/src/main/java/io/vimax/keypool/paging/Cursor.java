package io.vimax.keypool.paging;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Place in a list: what the last shown entry is sorted by, and its id.
 *
 * @param sortedBy as text; empty where the list is sorted by nothing there
 */
public record Cursor(String sortedBy, UUID id) {

    private static final int ID_CHARACTERS = 36;

    public static Cursor at(Instant sortedBy, UUID id) {
        return new Cursor(sortedBy.toString(), id);
    }

    /** @throws BadCursor if it is none of ours */
    public static @Nullable Cursor read(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            String clear = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            return new Cursor(clear.substring(ID_CHARACTERS), UUID.fromString(clear.substring(0, ID_CHARACTERS)));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new BadCursor();
        }
    }

    /** @throws BadCursor if the list was not sorted by a time */
    public Instant time() {
        try {
            return Instant.parse(sortedBy);
        } catch (DateTimeException e) {
            throw new BadCursor();
        }
    }

    /** @throws BadCursor if the list was not sorted by a number */
    public long number() {
        try {
            return Long.parseLong(sortedBy);
        } catch (NumberFormatException e) {
            throw new BadCursor();
        }
    }

    public String text() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((id + sortedBy).getBytes(StandardCharsets.UTF_8));
    }
}
