package io.vimax.keypool.problem;

import org.jspecify.annotations.Nullable;

/** The ETag of a document is its version in quotes; a change names the version that it was made for. */
public final class DocumentTag {

    private DocumentTag() {}

    public static String of(long version) {
        return "\"" + version + "\"";
    }

    /**
     * Refuses a change of another version than the one that is there.
     *
     * @param ifMatch the header; {@code *} stands for whatever is there
     * @throws DocumentRefusal if the header is missing or names another version
     */
    public static void require(@Nullable String ifMatch, long version) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new DocumentRefusal.Missing();
        }
        if (!ifMatch.equals("*") && !ifMatch.replace("W/", "").equals(of(version))) {
            throw new DocumentRefusal.Stale();
        }
    }
}
