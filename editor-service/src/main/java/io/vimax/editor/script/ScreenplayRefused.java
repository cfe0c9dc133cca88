package io.vimax.editor.script;

import java.util.List;

/** A text is no screenplay that can be filmed. */
public final class ScreenplayRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final int MOST_TOLD = 5;

    private final transient List<String> reasons;

    ScreenplayRefused(List<String> reasons) {
        super("The screenplay cannot be used: "
                + String.join("; ", reasons.subList(0, Math.min(MOST_TOLD, reasons.size())))
                + (reasons.size() > MOST_TOLD ? "; and " + (reasons.size() - MOST_TOLD) + " more." : "."));
        this.reasons = List.copyOf(reasons);
    }

    public List<String> reasons() {
        return reasons;
    }
}
