package io.vimax.worker.provider.local.story;

/** What the sky looks like, in words for a picture. */
final class Sky {
    private Sky() {}

    static String of(boolean chinese, String weather, String time) {
        var night = time.equals("night");
        return switch (weather) {
            case "storm" -> chinese ? "黑压压的雷云" : "black storm clouds";
            case "rain" -> chinese ? "不停的雨" : "steady rain";
            case "snow" -> chinese ? "漫天大雪" : "thick falling snow";
            case "fog" -> chinese ? "白茫茫的雾" : "white fog";
            case "wind" -> chinese ? "被风撕开的云" : "torn, racing clouds";
            case "cloudy" -> chinese ? (night ? "没有星的夜空" : "低低的灰云") : night ? "a starless sky" : "low grey clouds";
            default -> chinese ? clearChinese(time) : clear(time);
        };
    }

    private static String clear(String time) {
        return switch (time) {
            case "dawn" -> "a pale gold sky";
            case "morning" -> "a washed blue sky";
            case "dusk" -> "a red evening sky";
            case "night" -> "a sky full of stars";
            default -> "a wide clear sky";
        };
    }

    private static String clearChinese(String time) {
        return switch (time) {
            case "dawn" -> "淡金色的天空";
            case "morning" -> "洗过一样的蓝天";
            case "dusk" -> "晚霞";
            case "night" -> "满天星星";
            default -> "晴朗的天空";
        };
    }
}
