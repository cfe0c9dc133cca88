package io.vimax.editor.document;

import java.util.OptionalLong;

/** The version of an episode as an entity tag. */
public final class ETags {

    private ETags() {}

    public static String of(long version) {
        return "\"" + version + "\"";
    }

    /** Empty for what is no tag of ours. */
    public static OptionalLong version(String tag) {
        String bare = tag.strip().replaceFirst("^W/", "").replace("\"", "");
        return bare.matches("\\d{1,18}") ? OptionalLong.of(Long.parseLong(bare)) : OptionalLong.empty();
    }
}
