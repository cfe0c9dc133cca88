package io.vimax.conversation.understanding;

import static io.vimax.conversation.understanding.Remainder.pattern;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What stays of a message when all settings are taken out, without the words that only ask for a film. */
final class Ideas {

    private static final Set<String> EMPTY_WORDS =
            Set.of(("a an the is are it its be been to for of on in at with and or"
                            + " but so as by about around roughly approximately please thanks thank you your hi hello hey ok okay yes"
                            + " yeah yep no nope not sure great good nice perfect fine cool wow i i'd i'll i'm we me my us want wants need"
                            + " like would could can will let let's lets make create do doing generate produce film movie video clip"
                            + " episode animation story one some something short long brief quick seconds second minutes minute hour scene"
                            + " scenes format ratio aspect length title titled called named language style should shall may might this"
                            + " that that's it's these those just only really very exactly maybe perhaps instead actually rather change set"
                            + " use go ahead start begin approve now then also total more less bit longer shorter version narration narrator"
                            + " voice voiceover dialogue subtitles each every full whole default anything whatever you're decide don't know"
                            + " care mind sounds think enough keep split into there have has everything")
                    .split(" "));

    private static final Pattern EMPTY_CHINESE = pattern("你好|您好|嗨|谢谢|麻烦|帮我|给我|替我|我们|我|想要|想|需要|制作|生成|创作|短片|短视频|视频"
            + "|电影|影片|动画片?|片子|故事|关于|好的|可以|没问题|是的|左右|大概|大约|长度|时长|比例|画面|格式|语言|标题|片名|场景|改成|换成|改为"
            + "|并且|以及|然后|随便|你定|你决定|都行|都|不知道|总共|一共|配音|旁白|对白|直接|开始|分成|分为|一个|一部|一段|一支|一条"
            + "|[请做拍写来要的了吧呢啊哦嗯好行对不约长短用和就只在为它这那吗呀分共个部段支条片是你再把让]");

    private static final Pattern CLAUSE = Pattern.compile("[^,，;；.。!！?？\\n]+[,，;；.。!！?？\\n]*");
    private static final Pattern LATIN_WORD = Pattern.compile("[\\p{IsLatin}\\d][\\p{IsLatin}\\d'’-]*");

    private static final List<Pattern> LEAD_INS = List.of(
            pattern(
                    "^(?:(?:hi|hello|hey|ok|okay|please|so|well|instead|actually|no|now|then|and|great|thanks|yes)\\b[\\s,!.]*){0,6}"
                            + "(?:(?:can|could|would|will) (?:you|we) )?(?:please )?"
                            + "(?:i(?:'d| would)? (?:want|like|need)(?: to)? |let'?s |i'm looking for )?"
                            + "(?:(?:make|create|do|produce|generate|film|shoot|tell|have|see|write|build|animate) )?(?:me |us )?"
                            + "(?:(?:a|an|the|my|one|some) )?(?:(?:short|brief|quick|little|nice|new|animated) ){0,4}"
                            + "(?:film|movie|video|clip|episode|animation|story|tale|piece|one|something|it)?\\s?(?:for (?:me|us) )?"
                            + "(?:(?:about|of|in which|where|that tells(?: the story of)?|telling(?: the story of)?) |[:–—-] ?)"),
            pattern("^(?:你好|您好|嗨|那|好的?|嗯|不)?[，,！! ]*请?(?:你)?(?:能不能|可以)?(?:帮我|给我|替我|我们?想要?|我们?要|我们?需要|想|来|改成|换成)?"
                    + "(?:做|拍|制作|生成|创作|写|讲|来)?一?(?:个|部|段|支|条)?的?(?:短片|短视频|视频|电影|影片|动画片?|片子|故事|片)?[，, ]*"
                    + "(?:关于|讲述|讲的是|讲|说的是|内容是|主题是)"),
            pattern("^(?:你好|您好|嗨)?[，,！! ]*请?(?:帮我|给我|替我|我们?想要?|我们?要)?(?:做|拍|制作|生成|创作|写)一?(?:个|部|段|支|条)?的?"),
            pattern("^(?:不[，,])?(?:换成|改成|改为)一?(?:个|部|段)?"));
    private static final Pattern TAIL = pattern("的(?:短片|短视频|视频|电影|影片|动画片?|故事|片子|片)?[。.！!]?$");
    private static final Pattern EDGES = pattern("^[\\s,，;；:：、–—-]+|[\\s,，;；、–—-]+$");

    private Ideas() {}

    /**
     * @param least how many words that mean something make an idea
     */
    static Optional<String> of(String rest, int least) {
        List<String> clauses = new ArrayList<>();
        int meaning = 0;
        for (String clause :
                CLAUSE.matcher(rest).results().map(MatchResult::group).toList()) {
            int weight = weight(clause);
            if (weight > 0) {
                clauses.add(clause);
                meaning += weight;
            }
        }
        if (meaning < least) {
            return Optional.empty();
        }
        String idea = EDGES.matcher(String.join("", clauses)).replaceAll("");
        String whole = idea;
        for (Pattern leadIn : LEAD_INS) {
            idea = unlessEmpty(leadIn.matcher(idea).replaceFirst("").strip(), idea);
        }
        if (!idea.equals(whole)) {
            // The question was for a film; the story asks nothing.
            idea = idea.replaceFirst("\\s*[?？]+$", "");
        }
        return Optional.of(unlessEmpty(TAIL.matcher(idea).replaceFirst(""), idea));
    }

    private static String unlessEmpty(String bare, String otherwise) {
        return weight(bare) > 0 ? bare : otherwise;
    }

    /** Words that mean something; two Chinese characters count as one. */
    static int weight(String text) {
        long latin = LATIN_WORD
                .matcher(text)
                .results()
                .filter(word -> !EMPTY_WORDS.contains(
                        word.group().toLowerCase(Locale.ROOT).replace('’', '\'')))
                .count();
        long han = EMPTY_CHINESE
                .matcher(text)
                .replaceAll("")
                .codePoints()
                .filter(point -> Character.UnicodeScript.of(point) == Character.UnicodeScript.HAN)
                .count();
        return (int) (latin + (han + 1) / 2);
    }
}
