package io.vimax.worker.captions;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How burned-in captions look. {@code fontFolder} holds fonts beyond those of the system; a film with Chinese text needs
 * a font with Chinese glyphs in one of both, or the text is burned in as empty boxes.
 */
public record CaptionStyle(String font, @Nullable Path fontFolder) {
    public static final CaptionStyle DEFAULT = new CaptionStyle("DejaVu Sans", null);
}
