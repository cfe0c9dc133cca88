package io.vimax.worker.provider.local.story.idea;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * An idea, taken apart.
 *
 * @param arc which kind of story it is, by its verb
 * @param goal what is wanted, as an infinitive without "to": "cry", "build a flying machine"
 * @param event what the idea says happened, without its subject, in the past tense
 * @param placeName what the place is called in the telling, with its article
 * @param treasure a thing that the idea carries through the story, with its article
 * @param weather what the idea says about it, or empty
 */
public record Idea(
        Optional<String> title,
        String logline,
        String arc,
        Who hero,
        Who other,
        String goal,
        String event,
        Lexicon.Place place,
        String placeName,
        Optional<String> treasure,
        Optional<String> weather,
        boolean atNight) {

    /**
     * Somebody or something in the story.
     *
     * @param name as the telling calls it: "Mara", "the robot", "the sisters"
     * @param role what else it is called: "the keeper"
     * @param speaker as the script's cues call it
     * @param intro at the first mention: "a lighthouse keeper named Mara"
     * @param gender f, m, n (it) or p (they)
     * @param members who is seen, one by one
     */
    public record Who(
            String name,
            String role,
            String speaker,
            String intro,
            char gender,
            Lexicon.Party party,
            List<Member> members) {

        /** Several as one: "the boy and the dog". */
        public static Who together(List<Who> all, String and) {
            var first = all.getFirst();
            return new Who(
                    all.stream().map(Who::name).collect(Collectors.joining(and)),
                    all.stream().map(Who::role).collect(Collectors.joining(and)),
                    first.speaker,
                    all.stream().map(Who::intro).collect(Collectors.joining(and)),
                    'p',
                    first.party,
                    all.stream().flatMap(it -> it.members.stream()).distinct().toList());
        }

        public boolean plural() {
            return gender == 'p';
        }

        /** Picture-book rules: people, animals, machines and weather talk, things and notions do not. */
        public boolean speaks() {
            return !party.kind().equals("thing") && !party.kind().equals("idea");
        }
    }

    /**
     * One of those.
     *
     * @param look what one sees; it starts with who that is: "an old woman; plain coat, clear eyes"
     */
    public record Member(String name, String look) {}
}
