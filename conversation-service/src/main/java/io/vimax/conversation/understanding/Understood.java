package io.vimax.conversation.understanding;

import io.vimax.conversation.brief.BriefChange;
import java.util.EnumSet;
import java.util.Set;

/**
 * What a message says.
 *
 * @param change what it says about the film
 * @param addsToIdea whether the idea goes on the one there is; else it takes its place
 * @param vagueLength whether it names a length that is none, such as "short"
 * @param agrees whether it only says yes
 * @param refused what it asks for and cannot be had
 */
public record Understood(
        BriefChange change, boolean addsToIdea, boolean vagueLength, boolean agrees, Set<Refused> refused) {

    /** A wish outside of what there is. */
    public enum Refused {
        /** Not 5 to 600 seconds. */
        LENGTH,
        /** Not 1 to 60 scenes. */
        SCENES,
        /** Not English or Chinese. */
        LANGUAGE,
        /** More story than an idea can hold. */
        STORY
    }

    public Understood {
        refused = Set.copyOf(refused);
    }

    public Understood with(BriefChange other) {
        return new Understood(other, addsToIdea, vagueLength, agrees, refused);
    }

    public Understood without(BriefChange other, Refused also) {
        Set<Refused> all = EnumSet.of(also);
        all.addAll(refused);
        return new Understood(other, addsToIdea, vagueLength, agrees, all);
    }
}
