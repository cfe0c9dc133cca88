package io.vimax.bench.workersdrill;

import io.vimax.bench.workersdrill.Chronicle.Entry;
import io.vimax.bench.workersdrill.Chronicle.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Judges a chronicle, knowing nothing but its lines and what a worker promises. */
final class ChronicleCheck {

    /** A claim is taken over once it was silent for so long. */
    private static final long SILENCE_US = TimeUnit.SECONDS.toMicros(15);

    private static final String COMPLETED = "completed";
    private static final String AMBIGUOUS = "ambiguous";
    private static final Set<String> OPEN = Set.of("QUEUED", "SUBMITTING", "RUNNING", "STORING");

    private final List<Entry> entries;
    private final Map<UUID, List<Entry>> claims;
    private final Map<UUID, List<Entry>> ends;
    private final Map<UUID, List<Entry>> accepted;

    ChronicleCheck(List<Entry> entries) {
        this.entries = List.copyOf(entries);
        this.claims = byGeneration(Kind.CLAIM);
        this.ends = byGeneration(Kind.ENDED);
        this.accepted = byGeneration(Kind.ACCEPTED);
    }

    /**
     * A claim of a killed worker, and who had it next.
     *
     * @param tookUs from the kill to the next claim, in microseconds
     */
    record Takeover(UUID generation, String from, String to, long tookUs) {}

    private Map<UUID, List<Entry>> byGeneration(Kind kind) {
        Map<UUID, List<Entry>> found = new HashMap<>();
        of(kind).forEach(entry -> found.computeIfAbsent(
                        Objects.requireNonNull(entry.generation(), "a generation"), _ -> new ArrayList<>())
                .add(entry));
        return found;
    }

    private List<Entry> of(Kind kind) {
        return entries.stream().filter(entry -> entry.kind() == kind).toList();
    }

    private Set<UUID> requested() {
        return of(Kind.REQUESTED).stream().map(Entry::generation).collect(Collectors.toSet());
    }

    private static Set<String> details(List<Entry> entries) {
        return entries.stream().map(Entry::detail).collect(Collectors.toSet());
    }

    /** Requests of which nobody said how they ended. */
    long lost() {
        return requested().stream().filter(id -> !ends.containsKey(id)).count();
    }

    /** Generations that ended twice, by two events of different ids; the same event may come again. */
    long endedTwice() {
        return ends.values().stream().filter(one -> details(one).size() > 1).count();
    }

    /** Generations for which the provider took on more than one piece of work. */
    long submittedTwice() {
        return accepted.values().stream().filter(one -> one.size() > 1).count();
    }

    /**
     * Ends that are not what happened: a completed one without a result, or with one that the provider did not make for it; one that
     * failed although the provider took it on; or any for which nobody asked.
     */
    long untrue() {
        Set<UUID> known = requested();
        Map<UUID, List<Entry>> stored = byGeneration(Kind.STORED);
        return ends.entrySet().stream()
                .filter(one -> {
                    Set<String> jobs = details(accepted.getOrDefault(one.getKey(), List.of()));
                    return !known.contains(one.getKey())
                            || switch (one.getValue().getFirst().state()) {
                                case COMPLETED ->
                                    jobs.isEmpty()
                                            || !details(stored.getOrDefault(one.getKey(), List.of()))
                                                    .equals(jobs);
                                case AMBIGUOUS -> false;
                                default -> !jobs.isEmpty();
                            };
                })
                .count();
    }

    /** Generations that wait for a person although no worker was killed, and none fell silent, while it sent them. */
    long unexplained() {
        return ambiguous().stream()
                .filter(id -> !killedWhileSending(id) && !silentWhileSending(id))
                .count();
    }

    /** How the generations ended: completed, failed, ambiguous, and of those the ones that the provider had taken on. */
    Map<String, Long> words() {
        Map<String, Long> words = new LinkedHashMap<>();
        for (String word : List.of(COMPLETED, "failed", AMBIGUOUS)) {
            words.put(
                    word,
                    ends.values().stream()
                            .filter(one -> one.getFirst().state().equals(word))
                            .count());
        }
        words.put(
                "ambiguous_accepted",
                ambiguous().stream().filter(accepted::containsKey).count());
        return words;
    }

    private List<UUID> ambiguous() {
        return ends.entrySet().stream()
                .filter(one -> one.getValue().getFirst().state().equals(AMBIGUOUS))
                .map(Map.Entry::getKey)
                .toList();
    }

    private boolean killedWhileSending(UUID id) {
        List<Entry> history = claims.getOrDefault(id, List.of());
        return of(Kind.KILLED).stream()
                .map(kill -> held(history, kill))
                .anyMatch(at -> at >= 0 && history.get(at).state().equals("SUBMITTING"));
    }

    private boolean silentWhileSending(UUID id) {
        return claims.getOrDefault(id, List.of()).stream()
                .anyMatch(claim -> claim.state().equals("SUBMITTING")
                        && !claim.who().isEmpty()
                        && !claim.detail().isEmpty()
                        && claim.at() - Long.parseLong(claim.detail()) >= SILENCE_US);
    }

    /** How long each request was under way to the task table, in microseconds. */
    List<Long> intakes() {
        return of(Kind.REQUESTED).stream()
                .filter(request -> claims.containsKey(Objects.requireNonNull(request.generation())))
                .map(request -> claims.getOrDefault(Objects.requireNonNull(request.generation()), List.of())
                                .getFirst()
                                .at()
                        - request.at())
                .toList();
    }

    /** Claims of killed workers that somebody else took up. */
    List<Takeover> takeovers() {
        List<Takeover> found = new ArrayList<>();
        for (Entry kill : of(Kind.KILLED)) {
            claims.forEach((id, history) -> {
                int at = held(history, kill);
                if (at >= 0) {
                    Entry dead = history.get(at);
                    next(history, at)
                            .ifPresent(
                                    next -> found.add(new Takeover(id, dead.who(), next.who(), next.at() - kill.at())));
                }
            });
        }
        found.sort(Comparator.comparingLong(Takeover::tookUs));
        return found;
    }

    long takeoversAfter(long limitUs) {
        return takeovers().stream().filter(one -> one.tookUs() > limitUs).count();
    }

    /** Which entry of a task's history says that the killed worker held it at that moment; -1 if it did not. */
    private static int held(List<Entry> history, Entry kill) {
        int last = -1;
        for (int index = 0; index < history.size() && history.get(index).at() <= kill.at(); index++) {
            last = index;
        }
        return last >= 0
                        && OPEN.contains(history.get(last).state())
                        && history.get(last).who().startsWith(kill.who() + "#")
                ? last
                : -1;
    }

    /** What was on its way to the database when its sender died comes first; a claim that it gave back itself needs no successor. */
    private static Optional<Entry> next(List<Entry> history, int held) {
        Entry dead = history.get(held);
        for (Entry later : history.subList(held + 1, history.size())) {
            if (later.fence() > dead.fence() && !later.who().isEmpty()) {
                return Optional.of(later);
            }
            if (later.fence() == dead.fence() && later.who().isEmpty()) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** Fences that went back, and holders that changed without a higher one. */
    long wrongFences() {
        long wrong = 0;
        for (List<Entry> history : claims.values()) {
            Entry before = null;
            for (Entry now : history) {
                boolean changed =
                        before != null && !now.who().isEmpty() && !now.who().equals(before.who());
                if (before != null && (now.fence() < before.fence() || (changed && now.fence() == before.fence()))) {
                    wrong++;
                }
                before = now;
            }
        }
        return wrong;
    }

    /** What the provider complained of: polls with a foreign key, breaches of its protocol; and faults of the simulator. */
    Set<String> offences() {
        return new HashSet<>(details(of(Kind.OFFENCE)));
    }
}
