package io.vimax.editor.document;

import java.util.Objects;
import java.util.OptionalLong;

/**
 * The version of an episode as an entity tag. While work is under way the tag also tells how far it is, because progress changes
 * the document without changing the version; an edit is only held to the version.
 */
public final class ETags {

    private ETags() {}

    public static String of(StateDocument document) {
        String progress = document.atRest()
                ? ""
                : "." + Integer.toHexString(Objects.hash(document.generations(), document.progress()));
        return "\"" + document.version() + progress + "\"";
    }

    /** Empty for what is no tag of ours. */
    public static OptionalLong version(String tag) {
        String bare = tag.strip().replaceFirst("^W/", "").replace("\"", "").replaceFirst("\\.[0-9a-f]{1,8}$", "");
        return bare.matches("\\d{1,18}") ? OptionalLong.of(Long.parseLong(bare)) : OptionalLong.empty();
    }
}
