package io.vimax.simulator.story;

import java.util.List;
import java.util.Map;

/** What templates say, by act; %1$s is the hero as a subject, %2$s at the beginning of a sentence. Lines with a dash are spoken. */
record Phrases(Map<String, List<String>> lines, List<String> sights, List<String> looks, String title, String logline) {

    private static final Phrases ENGLISH = new Phrases(
            Map.of(
                    "beginning",
                    List.of(
                            "This is the story of %1$s.",
                            "Nobody had ever asked what lies beyond.", "- One day I will know."),
                    "rising",
                    List.of(
                            "- I have come too far to turn back.",
                            "The way is longer than it looked.",
                            "Hours pass, and no one answers.",
                            "- Listen. There it is again.",
                            "What was lost leaves traces."),
                    "turn",
                    List.of(
                            "Then, for one moment, all is silent.",
                            "- So it was you all the time.",
                            "%2$s understands at last."),
                    "end",
                    List.of(
                            "%2$s comes home, and is not the same.",
                            "- Tomorrow we begin again.", "And the light stays on all night.")),
            List.of(
                    "%2$s, small under a wide sky",
                    "%2$s stops and looks up",
                    "The face of %1$s, lit from the side",
                    "Footprints and the long shadow of %1$s",
                    "%2$s walks on along the path",
                    "The hands of %1$s hold a small light",
                    "%2$s on a hill, looking far ahead"),
            List.of(
                    "a red coat",
                    "a blue coat",
                    "a yellow scarf",
                    "a green cloak",
                    "an orange jacket",
                    "a white shirt"),
            "%s and the Far Light",
            "%s leaves what is known, and finds more than was lost.");

    private static final Phrases CHINESE = new Phrases(
            Map.of(
                    "beginning",
                    List.of("这是关于%1$s的故事。", "没有人问过远方有什么。", "- 总有一天我会知道。"),
                    "rising",
                    List.of("- 已经走了这么远，不能回头。", "路比看上去更长。", "时间过去，没有回音。", "- 听，又来了。", "失去的东西会留下痕迹。"),
                    "turn",
                    List.of("忽然，一切都安静下来。", "- 原来一直是你。", "%1$s终于明白了。"),
                    "end",
                    List.of("%1$s回来了，已不是从前的样子。", "- 明天我们重新开始。", "那盏灯整夜亮着。")),
            List.of(
                    "广阔的天空下，小小的%1$s",
                    "%1$s停下来，抬头看", "%1$s的脸，侧面有光", "%1$s长长的影子和脚印", "%1$s沿着小路往前走", "%1$s手里捧着一点光", "%1$s站在高处望向远方"),
            List.of("红色外套", "蓝色外套", "黄色围巾", "绿色斗篷", "橙色夹克", "白色衬衫"),
            "%s与远方的光",
            "%s离开熟悉的地方，找到的比失去的更多。");

    List<String> of(String act) {
        return lines.getOrDefault(act, List.of());
    }

    static Phrases of(boolean chinese) {
        return chinese ? CHINESE : ENGLISH;
    }
}
