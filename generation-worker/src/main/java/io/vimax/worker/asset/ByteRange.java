package io.vimax.worker.asset;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What part of a file a {@code Range} header asks for (RFC 9110, section 14). */
sealed interface ByteRange {

    /** Everything: no header, one that is not understood, or several ranges at once, which a server may answer in full. */
    record Whole() implements ByteRange {}

    /** From {@code first} to {@code last}, both included, counted from 0. */
    record Part(long first, long last) implements ByteRange {

        long length() {
            return last - first + 1;
        }
    }

    /** Well formed, and nothing of it lies in the file. */
    record Unsatisfiable() implements ByteRange {}

    /** One range; 18 digits always fit into a long. */
    Pattern SINGLE = Pattern.compile("bytes\\s*=\\s*(\\d{0,18})\\s*-\\s*(\\d{0,18})\\s*", Pattern.CASE_INSENSITIVE);

    static ByteRange of(@Nullable String header, long length) {
        if (header == null) {
            return new Whole();
        }
        Matcher match = SINGLE.matcher(header);
        if (!match.matches()) {
            return new Whole();
        }
        String from = match.group(1);
        String to = match.group(2);
        if (from.isEmpty()) {
            return to.isEmpty() ? new Whole() : lastBytes(Long.parseLong(to), length);
        }
        long first = Long.parseLong(from);
        long last = to.isEmpty() ? Long.MAX_VALUE : Long.parseLong(to);
        if (last < first) {
            return new Whole();
        }
        return first >= length ? new Unsatisfiable() : new Part(first, Math.min(last, length - 1));
    }

    private static ByteRange lastBytes(long count, long length) {
        return count == 0 || length == 0 ? new Unsatisfiable() : new Part(Math.max(0, length - count), length - 1);
    }
}
