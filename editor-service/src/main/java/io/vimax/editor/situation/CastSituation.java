package io.vimax.editor.situation;

import io.vimax.editor.cast.Gallery;
import io.vimax.editor.cast.Portrait;
import io.vimax.editor.cast.Sitter;
import io.vimax.editor.episode.CastMember;
import io.vimax.editor.generation.GenerationState;
import io.vimax.editor.generation.TargetType;
import io.vimax.editor.generation.Work.Likeness;
import io.vimax.editor.script.Line;
import io.vimax.editor.script.Shot;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Who is seen in an episode, and how far the pictures of them are. */
public final class CastSituation {

    /** Words of our story writers for characters that nobody could draw a portrait of: a storm, an echo. */
    private static final Pattern UNSEEN = Pattern.compile("(?i)force of nature|an unseen thing|自然：|无形：");

    private final EpisodeSituation situation;
    private final Gallery gallery;
    private final Map<String, Integer> prominence = new HashMap<>();
    private final Map<UUID, Set<String>> speakers = new HashMap<>();
    private final Map<String, CastMember> members = new LinkedHashMap<>();

    CastSituation(EpisodeSituation situation, Gallery gallery) {
        this.situation = situation;
        this.gallery = gallery;
        Set<String> seen = new HashSet<>();
        for (Shot shot : situation.script().shots()) {
            shot.people().stream().distinct().forEach(name -> prominence.merge(name, 1, Integer::sum));
            seen.addAll(shot.people());
        }
        for (Line line : situation.script().lines()) {
            prominence.merge(line.speaker(), 1, Integer::sum);
            speakers.computeIfAbsent(line.shotId(), _ -> new HashSet<>()).add(line.speaker());
        }
        situation.episode().cast().stream()
                .filter(member -> seen.contains(member.name())
                        && !member.look().isBlank()
                        && !UNSEEN.matcher(member.look()).find())
                .sorted(Comparator.comparingInt((CastMember member) -> -prominence.getOrDefault(member.name(), 0)))
                .forEach(member -> members.putIfAbsent(member.name(), member));
    }

    /** Those of whom a picture can be made, because the script shows them and says how they look; who is most in it first. */
    public List<CastMember> members() {
        return List.copyOf(members.values());
    }

    /** Those of whom nobody has settled whether they get a portrait. */
    public List<CastMember> unsettled() {
        return members().stream().filter(member -> sitter(member).isEmpty()).toList();
    }

    public UUID idOf(CastMember member) {
        return Sitter.idOf(situation.episode().id(), member.name());
    }

    public Optional<CastMember> findMember(UUID id) {
        return situation.episode().cast().stream()
                .filter(member -> idOf(member).equals(id))
                .findFirst();
    }

    public Optional<Sitter> sitter(CastMember member) {
        return gallery.find(idOf(member));
    }

    public List<Portrait> portraits(CastMember member) {
        return gallery.of(idOf(member));
    }

    public boolean isStale(CastMember member, Portrait portrait) {
        return !portrait.contentHash().equals(hash(member));
    }

    public UnitStatus status(CastMember member) {
        Optional<Sitter> sitter = sitter(member);
        if (sitter.map(Sitter::referenceAssetId).isPresent()) {
            return UnitStatus.READY;
        }
        String present = hash(member);
        Optional<Portrait> selected = gallery.selected(idOf(member));
        boolean picked = sitter.map(Sitter::pickedHash).filter(present::equals).isPresent();
        return situation.status(
                TargetType.CHARACTER_PORTRAIT,
                idOf(member),
                selected.isPresent(),
                picked ? null : selected.map(Portrait::contentHash).orElse(null),
                present);
    }

    /** Whether the portrait for the present words was asked for and did not come: it is not asked for again by itself. */
    public boolean triedInVain(CastMember member) {
        return situation
                .latest(TargetType.CHARACTER_PORTRAIT, idOf(member))
                .filter(last -> last.contentHash().equals(hash(member)))
                .filter(last -> last.state() == GenerationState.FAILED || last.state() == GenerationState.CANCELLED)
                .isPresent();
    }

    /** Those whom a shot shows, in the order in which it names them. */
    public List<CastMember> membersOf(Shot shot) {
        return shot.people().stream()
                .distinct()
                .flatMap(name -> Stream.ofNullable(members.get(name)))
                .toList();
    }

    /** The picture of a character that is in use: the person's own, else the selected portrait. */
    public Optional<UUID> pictureOf(CastMember member) {
        return sitter(member)
                .map(Sitter::referenceAssetId)
                .or(() -> gallery.selected(idOf(member)).map(Portrait::assetId));
    }

    /** Pictures of those whom a shot shows; who speaks in it, and who is most in the film, comes first. */
    public List<Likeness> likenesses(Shot shot) {
        Set<String> speaking = speakers.getOrDefault(shot.id(), Set.of());
        return membersOf(shot).stream()
                .sorted(Comparator.comparing((CastMember member) -> !speaking.contains(member.name()))
                        .thenComparing(member -> -prominence.getOrDefault(member.name(), 0)))
                .flatMap(member -> pictureOf(member).map(asset -> new Likeness(member.name(), asset)).stream())
                .toList();
    }

    public String hash(CastMember member) {
        return ContentHashes.portrait(situation.episode(), member);
    }
}
