package io.vimax.conversation.conversation;

import io.vimax.conversation.brief.Answer;
import io.vimax.conversation.brief.Brief;
import io.vimax.conversation.brief.BriefChange;
import io.vimax.conversation.brief.Source;
import io.vimax.conversation.understanding.Question;
import io.vimax.conversation.understanding.Tongue;
import io.vimax.conversation.understanding.Understood;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the assistant says: what it understood, what cannot be, and the next question or that all is there. */
final class Reply {

    private Reply() {}

    /**
     * @param taken what came into the brief
     * @param hadIdea whether there was an idea before
     * @param brief as it is now
     * @param asked what to ask, if anything
     */
    static String to(Tongue tongue, Understood taken, boolean hadIdea, Brief brief, @Nullable Question asked) {
        List<String> sentences = new ArrayList<>();
        List<String> understood = understood(tongue, taken, hadIdea);
        if (!understood.isEmpty()) {
            sentences.add(say(tongue, "Understood: ", "明白了：")
                    + String.join(say(tongue, ", ", "、"), understood)
                    + say(tongue, ".", "。"));
        }
        taken.refused().stream()
                .sorted()
                .map(refused -> refusal(tongue, refused))
                .forEach(sentences::add);
        sentences.add(asked == null ? ready(tongue, brief) : question(tongue, asked, brief));
        return String.join(say(tongue, " ", ""), sentences);
    }

    static String approved(Tongue tongue) {
        return say(
                tongue,
                "The brief is approved and the film is being made. What you want to change now, change in its episode.",
                "方案已确认，影片正在制作。需要修改的话，请到剧集里修改。");
    }

    private static List<String> understood(Tongue tongue, Understood taken, boolean hadIdea) {
        BriefChange change = taken.change();
        List<String> parts = new ArrayList<>();
        if (change.title() != null) {
            parts.add(say(tongue, "the title \"" + change.title() + "\"", "片名《" + change.title() + "》"));
        }
        if (change.idea() != null) {
            parts.add(
                    hadIdea && taken.addsToIdea()
                            ? say(tongue, "more of the story", "补充的故事内容")
                            : say(tongue, "the story", "故事内容"));
        }
        if (change.script() != null) {
            parts.add(say(tongue, "your script", "你的剧本"));
        }
        if (change.seconds() != null) {
            parts.add(seconds(tongue, change.seconds()));
        }
        if (change.scenes() != null) {
            int scenes = change.scenes();
            parts.add(say(tongue, scenes + (scenes == 1 ? " scene" : " scenes"), scenes + "个场景"));
        }
        if (change.ratio() != null) {
            parts.add(ratio(tongue, change.ratio()));
        }
        if (change.language() != null) {
            parts.add(language(tongue, change.language()));
        }
        if (change.seed() != null) {
            parts.add(say(tongue, "seed ", "种子 ") + change.seed());
        }
        if (change.autopilot() != null) {
            parts.add(autopilot(tongue, change.autopilot()));
        }
        return parts;
    }

    private static String refusal(Tongue tongue, Understood.Refused refused) {
        return switch (refused) {
            case LENGTH -> say(tongue, "A film can last from 5 seconds to 10 minutes.", "影片时长可以是5秒到10分钟。");
            case SCENES -> say(tongue, "A film can have 1 to 60 scenes.", "影片可以有1到60个场景。");
            case LANGUAGE -> say(tongue, "Films can speak English or Chinese so far.", "目前影片支持中文和英文。");
            case STORY ->
                say(
                        tongue,
                        "The story is as long as an idea can be (4000 characters); paste it as a script instead.",
                        "故事内容已达到上限（4000字），请以剧本形式粘贴。");
        };
    }

    private static String question(Tongue tongue, Question asked, Brief brief) {
        return switch (asked) {
            case STORY ->
                say(
                        tongue,
                        "What is the film about? One sentence is enough, or paste a script.",
                        "影片讲什么故事？一句话就够了，也可以直接粘贴剧本。");
            case LENGTH ->
                say(
                        tongue,
                        "How long shall it be, in seconds? Without an answer I take " + Brief.SECONDS_OF_AN_IDEA + ".",
                        "具体要多少秒？不说的话按" + Brief.SECONDS_OF_AN_IDEA + "秒来做。");
            case LONGER -> {
                int needed = brief.secondsNeeded();
                yield needed > BriefChange.LONGEST_FILM_SECONDS
                        ? say(
                                tongue,
                                "Reading the script aloud takes about " + needed
                                        + " seconds, and a film can last 600. Please shorten it.",
                                "朗读剧本大约需要" + needed + "秒，而影片最长600秒，请缩短剧本。")
                        : say(
                                tongue,
                                "Reading the script aloud takes about " + needed
                                        + " seconds, more than you asked for. Shall the film be that long?",
                                "朗读剧本大约需要" + needed + "秒，比你要的时长更长。影片就做这么长可以吗？");
            }
        };
    }

    private static String ready(Tongue tongue, Brief brief) {
        List<String> assumed = new ArrayList<>();
        if (isAssumed(brief.seconds())) {
            assumed.add(seconds(tongue, Brief.SECONDS_OF_AN_IDEA));
        }
        if (isAssumed(brief.ratio())) {
            assumed.add(ratio(tongue, brief.ratio().value()));
        }
        if (isAssumed(brief.language())) {
            assumed.add(language(tongue, brief.language().value()));
        }
        if (isAssumed(brief.autopilot())) {
            assumed.add(autopilot(tongue, brief.autopilot().value()));
        }
        String guesses = assumed.isEmpty()
                ? ""
                : say(tongue, " Assumed: ", "默认设置：")
                        + String.join(say(tongue, ", ", "、"), assumed)
                        + say(tongue, ".", "。");
        return say(tongue, "I have all I need." + guesses, "信息齐了。" + guesses)
                + say(tongue, " Approve the brief to begin, or tell me what to change.", "确认方案即可开始，也可以告诉我要改什么。");
    }

    private static boolean isAssumed(@Nullable Answer<?> answer) {
        return answer != null && answer.source() == Source.ASSUMED;
    }

    private static String seconds(Tongue tongue, int seconds) {
        return say(tongue, seconds + " seconds", seconds + "秒");
    }

    private static String ratio(Tongue tongue, String ratio) {
        return switch (ratio) {
            case "9:16" -> say(tongue, "vertical (9:16)", "竖屏（9:16）");
            case "1:1" -> say(tongue, "square (1:1)", "方形（1:1）");
            default -> say(tongue, "wide (16:9)", "横屏（16:9）");
        };
    }

    private static String language(Tongue tongue, String language) {
        return switch (language) {
            case "en" -> say(tongue, "in English", "英文");
            case "zh" -> say(tongue, "in Chinese", "中文");
            default -> say(tongue, "in the language of the text", "语言随文本");
        };
    }

    private static String autopilot(Tongue tongue, boolean autopilot) {
        return autopilot ? say(tongue, "made without stops", "自动完成") : say(tongue, "you look at every step", "每一步由你确认");
    }

    private static String say(Tongue tongue, String english, String chinese) {
        return switch (tongue) {
            case ENGLISH -> english;
            case CHINESE -> chinese;
        };
    }
}
