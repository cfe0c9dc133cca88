package io.vimax.editor.document;

import io.vimax.editor.cast.Portrait;
import io.vimax.editor.cast.Sitter;
import io.vimax.editor.document.StateDocument.CharacterView;
import io.vimax.editor.document.StateDocument.PortraitView;
import io.vimax.editor.episode.CastMember;
import io.vimax.editor.generation.Generation;
import io.vimax.editor.generation.TargetType;
import io.vimax.editor.money.Money;
import io.vimax.editor.situation.CastSituation;
import io.vimax.editor.situation.EpisodeSituation;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The characters of a state document. */
final class CharacterViews {

    private CharacterViews() {}

    /** Everybody of the cast, in the order of the screenplay. */
    static List<CharacterView> of(EpisodeSituation situation) {
        return situation.episode().cast().stream()
                .map(member -> view(situation, member))
                .toList();
    }

    private static CharacterView view(EpisodeSituation situation, CastMember member) {
        CastSituation cast = situation.cast();
        UUID id = cast.idOf(member);
        Optional<Sitter> sitter = cast.sitter(member);
        return new CharacterView(
                id,
                member.name(),
                member.description(),
                member.look(),
                cast.status(member),
                sitter.map(Sitter::referenceAssetId).orElse(null),
                sitter.map(Sitter::selectedPortraitId).orElse(null),
                cast.portraits(member).stream()
                        .map(portrait -> view(cast, member, portrait))
                        .toList(),
                situation.generations().stream()
                        .filter(generation -> generation.target().sameUnit(TargetType.CHARACTER_PORTRAIT, id))
                        .map(Generation::id)
                        .toList());
    }

    private static PortraitView view(CastSituation cast, CastMember member, Portrait portrait) {
        return new PortraitView(
                portrait.id(),
                portrait.number(),
                portrait.assetId(),
                portrait.model(),
                portrait.provider(),
                portrait.seed(),
                Money.ofMicros(portrait.costMicros()),
                portrait.createdAt(),
                cast.isStale(member, portrait));
    }
}
