package io.vimax.worker.provider.local.story.idea;

import java.util.Locale;
import java.util.Set;

/** Whether an English given name is a woman's or a man's: by the names one meets most, then by the ending. */
final class GivenNames {
    private static final Set<String> WOMEN = Set.of(
            "alice",
            "grace",
            "rose",
            "helen",
            "susan",
            "karen",
            "carmen",
            "megan",
            "ellen",
            "sarah",
            "hannah",
            "margaret",
            "jane",
            "anne",
            "ann",
            "claire",
            "june",
            "ruth",
            "iris",
            "joan",
            "zoe",
            "chloe",
            "phoebe",
            "beatrice",
            "florence",
            "agnes",
            "ingrid",
            "astrid",
            "wren",
            "mei",
            "yuki",
            "ines",
            "dolores",
            "mabel",
            "hazel",
            "pearl",
            "ivy",
            "eve",
            "kate",
            "lois",
            "meg",
            "peg",
            "beth");
    private static final Set<String> MEN = Set.of(
            "tommy",
            "jimmy",
            "billy",
            "harry",
            "henry",
            "charlie",
            "andy",
            "jerry",
            "johnny",
            "bobby",
            "danny",
            "freddie",
            "teddy",
            "eddie",
            "larry",
            "timothy",
            "anthony",
            "gary",
            "jeremy",
            "toby",
            "luca",
            "noah",
            "joshua",
            "ezra",
            "archie",
            "louie",
            "leslie",
            "barry",
            "terry",
            "willy",
            "willie",
            "ricky",
            "mickey",
            "geoffrey",
            "jeffrey",
            "stanley",
            "sidney",
            "nikita",
            "sasha",
            "ollie",
            "alfie");

    private GivenNames() {}

    static char sex(String name) {
        var known = name.toLowerCase(Locale.ROOT);
        if (WOMEN.contains(known)) {
            return 'f';
        }
        return !MEN.contains(known) && known.matches(".*(a|ah|ie|elle|ine|ette|y|lyn|eth)$") ? 'f' : 'm';
    }
}
