package io.vimax.editor.cast;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Everybody of an episode who has pictures or shall have some, as it stood at one moment. */
public record Gallery(List<Sitter> sitters, List<Portrait> portraits) {

    public static final Gallery EMPTY = new Gallery(List.of(), List.of());

    public Gallery {
        sitters = List.copyOf(sitters);
        portraits = List.copyOf(portraits);
    }

    public Optional<Sitter> find(UUID sitterId) {
        return sitters.stream().filter(sitter -> sitter.id().equals(sitterId)).findFirst();
    }

    /** The portrait in use. */
    public Optional<Portrait> selected(UUID sitterId) {
        return find(sitterId)
                .flatMap(sitter -> portraits.stream()
                        .filter(portrait -> portrait.id().equals(sitter.selectedPortraitId()))
                        .findFirst());
    }

    /** The portraits of a character that people see, oldest first. */
    public List<Portrait> of(UUID sitterId) {
        return portraits.stream()
                .filter(portrait -> portrait.sitterId().equals(sitterId) && !portrait.hidden())
                .sorted(Comparator.comparingInt(Portrait::number))
                .toList();
    }
}
