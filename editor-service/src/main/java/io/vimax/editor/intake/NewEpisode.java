package io.vimax.editor.intake;

import io.swagger.v3.oas.annotations.media.Schema;
import io.vimax.editor.episode.Brief;
import io.vimax.editor.episode.Ratio;
import io.vimax.editor.intake.IntakeException.Fault;
import io.vimax.editor.money.Money;
import io.vimax.editor.script.SpokenLength;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The body of a call that begins an episode. Exactly one of idea and script is given. */
record NewEpisode(
        @Nullable @Schema(nullable = true) UUID seriesId,

        @Nullable @Size(min = 1, max = 200) @Schema(nullable = true)
        String title,

        @Nullable @Size(min = 1, max = 4_000) @Schema(nullable = true)
        String idea,

        @Nullable @Size(min = 1, max = 100_000) @Schema(nullable = true)
        String script,

        @Nullable
        @Pattern(regexp = "auto|plain|markdown|fountain", message = "is one of auto, plain, markdown, fountain")
        String scriptFormat,

        @Nullable @Min(5) @Max(600) @Schema(nullable = true) Integer seconds,
        @Nullable @Min(1) @Max(60) @Schema(nullable = true) Integer scenes,
        @Nullable Ratio ratio,

        @Nullable @Pattern(regexp = "auto|en|zh", message = "is one of auto, en, zh")
        String language,

        @Nullable @Size(min = 1, max = 60) String style,
        @Nullable @Schema(nullable = true) Long seed,
        Brief.@Nullable ModelChoice models,
        @Nullable Boolean autopilot,
        @Nullable @Schema(nullable = true) Money budget) {

    private static final int SECONDS_OF_AN_IDEA = 30;

    /**
     * The brief, checked across its fields.
     *
     * @param randomSeed used when the person names none
     * @throws IntakeException naming every fault
     */
    Brief brief(long randomSeed) {
        var faults = new ArrayList<Fault>();
        boolean hasIdea = idea != null && !idea.isBlank();
        boolean hasScript = script != null && !script.isBlank();
        if (hasIdea && hasScript) {
            faults.add(new Fault("script", "exactly-one", "Give an idea or a script, not both."));
        }
        if (!hasIdea && !hasScript) {
            faults.add(new Fault("idea", "exactly-one", "Give an idea of 1 to 4000 characters, or a script."));
        }
        faults.addAll(budgetFaults());
        if (!faults.isEmpty()) {
            throw new IntakeException.Invalid(faults);
        }
        if (hasScript && seconds != null) {
            int needed = SpokenLength.seconds(String.valueOf(script));
            if (needed > seconds) {
                throw new IntakeException.ScriptTooLong(needed, seconds);
            }
        }
        return new Brief(
                hasIdea ? idea : null,
                hasScript ? script : null,
                scriptFormat == null ? "auto" : scriptFormat,
                seconds == null && hasIdea ? Integer.valueOf(SECONDS_OF_AN_IDEA) : seconds,
                scenes,
                ratio == null ? Ratio.WIDE : ratio,
                language == null ? "auto" : language,
                style == null ? "storyboard" : style,
                seed == null ? randomSeed : seed,
                models == null ? Brief.ModelChoice.NONE : models);
    }

    private List<Fault> budgetFaults() {
        if (budget == null) {
            return List.of();
        }
        if (!Money.USD.equals(budget.currency())) {
            return List.of(new Fault("budget.currency", "unknown", "Budgets are in USD."));
        }
        try {
            return budget.micros() >= 0
                    ? List.of()
                    : List.of(new Fault("budget.amount", "negative", "A budget is not below 0."));
        } catch (ArithmeticException | NumberFormatException | NullPointerException _) {
            return List.of(new Fault("budget.amount", "no-amount", "The amount is a decimal such as \"2.50\"."));
        }
    }

    boolean onAutopilot() {
        return autopilot == null || autopilot;
    }

    @Nullable
    Long budgetMicros() {
        return budget == null ? null : budget.micros();
    }

    String guessedLanguage() {
        return SpokenLength.language(idea != null ? idea : String.valueOf(script));
    }
}
