package io.vimax.keypool.intake;

import io.vimax.keypool.adding.KeyForm;
import io.vimax.keypool.adding.NewKey;
import io.vimax.keypool.adding.Secret;
import io.vimax.keypool.intake.Draft.Cell;
import io.vimax.keypool.key.KeyException;
import io.vimax.keypool.key.KeyRing;
import io.vimax.keypool.key.Service;
import io.vimax.keypool.vault.Vault;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Judges the lines of a list by the rules of a single key, and finds keys that are there already or twice in the list. */
@Component
class JudgeLines {

    private final Validator validator;
    private final Vault vault;
    private final KeyRing ring;

    JudgeLines(Validator validator, Vault vault, KeyRing ring) {
        this.validator = validator;
        this.vault = vault;
        this.ring = ring;
    }

    /**
     * A line with what became of it.
     *
     * @param form the key, if the line is right in itself
     */
    record Judged(Draft draft, @Nullable KeyForm form, Verdict verdict, List<LineFault> faults) {}

    enum Verdict {
        /** May be taken. */
        READY,
        /** Right, but the key is in the pool or earlier in the list. */
        DUPLICATE,
        WRONG;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    List<Judged> judge(List<Draft> drafts) {
        List<Judged> alone = drafts.stream().map(this::alone).toList();
        Map<Judged, String> prints = new java.util.IdentityHashMap<>();
        for (Judged line : alone) {
            if (line.form() != null) {
                NewKey key = line.form().complete();
                prints.put(line, vault.fingerprint(key.secret(), key.service().word()));
            }
        }
        Set<String> known = ring.known(prints.values());
        Map<String, Integer> firstLines = new HashMap<>();
        return alone.stream()
                .map(line -> {
                    String print = prints.get(line);
                    if (print == null) {
                        return line;
                    }
                    Integer earlier = firstLines.putIfAbsent(print, line.draft().line());
                    if (earlier != null) {
                        return duplicate(
                                line,
                                "duplicate-in-list",
                                "the same key stands in line " + earlier + "; leave this one out");
                    }
                    return known.contains(print)
                            ? duplicate(line, "key-exists", "this key is in the pool already; leave it out")
                            : line;
                })
                .toList();
    }

    private static Judged duplicate(Judged line, String code, String message) {
        return new Judged(
                line.draft(), line.form(), Verdict.DUPLICATE, List.of(at(line.draft(), "key", code, message)));
    }

    private Judged alone(Draft draft) {
        if (draft.cells().isEmpty() && !draft.faults().isEmpty()) {
            return new Judged(draft, null, Verdict.WRONG, draft.faults());
        }
        List<LineFault> faults = new ArrayList<>(draft.faults());
        KeyForm form = form(draft, faults);
        for (ConstraintViolation<KeyForm> violation : validator.validate(form)) {
            String field =
                    snakeCase(violation.getPropertyPath().iterator().next().getName());
            boolean missing = !draft.cells().containsKey(field);
            if (faults.stream().noneMatch(fault -> field.equals(fault.field()))) {
                faults.add(at(
                        draft,
                        field,
                        (missing ? "missing-" : "malformed-") + field.replace('_', '-'),
                        missing ? "give a " + field : violation.getMessage()));
            }
        }
        if (faults.stream().noneMatch(fault -> "service_type".equals(fault.field()))) {
            try {
                form.complete();
            } catch (KeyException.UnknownService e) {
                faults.add(at(draft, "service_type", "unknown-service", "take one of " + Service.wordsWithKeys()));
            }
        }
        faults.sort(Comparator.comparingInt(LineFault::line).thenComparingInt(LineFault::column));
        return faults.isEmpty()
                ? new Judged(draft, form, Verdict.READY, List.of())
                : new Judged(draft, null, Verdict.WRONG, List.copyOf(faults));
    }

    /** The line as a form; what is no number or no yes or no is left out and told. */
    private static KeyForm form(Draft draft, List<LineFault> faults) {
        String models = text(draft, "models");
        return new KeyForm(
                Objects.requireNonNullElse(text(draft, "service_type"), ""),
                Objects.requireNonNullElse(text(draft, "key"), ""),
                text(draft, "label"),
                text(draft, "scope"),
                text(draft, "base_url"),
                number(draft, "weight", faults),
                number(draft, "priority", faults),
                models == null
                        ? null
                        : Arrays.stream(models.split("[|\\s]+"))
                                .filter(model -> !model.isEmpty())
                                .toList(),
                number(draft, "rate_limit_per_minute", faults),
                number(draft, "rate_limit_per_day", faults),
                null,
                yesOrNo(draft, "test", faults),
                null);
    }

    private static @Nullable String text(Draft draft, String field) {
        Cell cell = draft.cells().get(field);
        return cell == null ? null : cell.text();
    }

    private static @Nullable Integer number(Draft draft, String field, List<LineFault> faults) {
        String text = text(draft, field);
        if (text == null) {
            return null;
        }
        try {
            return Integer.valueOf(text.strip());
        } catch (NumberFormatException e) {
            faults.add(at(draft, field, "malformed-" + field.replace('_', '-'), "must be a whole number"));
            return null;
        }
    }

    private static @Nullable Boolean yesOrNo(Draft draft, String field, List<LineFault> faults) {
        String text = text(draft, field);
        if (text == null) {
            return null;
        }
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "true", "yes", "1" -> true;
            case "false", "no", "0" -> false;
            default -> {
                faults.add(at(draft, field, "malformed-" + field, "must be true or false"));
                yield null;
            }
        };
    }

    private static LineFault at(Draft draft, String field, String code, String message) {
        Cell cell = draft.cells().get(field);
        return cell == null
                ? new LineFault(draft.line(), 1, field, code, message)
                : new LineFault(cell.line(), cell.column(), field, code, message);
    }

    private static String snakeCase(String name) {
        return name.replaceAll("([a-z])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }

    /** What may be shown of the secret of a line that is right. */
    static String shown(Judged line) {
        return line.form() == null ? "" : new Secret(line.form().key()).shown();
    }
}
