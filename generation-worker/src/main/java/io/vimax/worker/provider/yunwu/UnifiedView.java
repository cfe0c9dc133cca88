package io.vimax.worker.provider.yunwu;

import io.vimax.worker.provider.Progress;
import io.vimax.worker.provider.remote.JobState;
import io.vimax.worker.provider.remote.View;
import io.vimax.worker.provider.wire.StrictJson;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads the answer to a question about a job. The id in it may be another than that of the job and is passed over. */
final class UnifiedView {

    private static final int LONGEST_REASON = 300;
    private static final Pattern PERCENT = Pattern.compile("(\\d{1,3})(?:\\.\\d+)?\\s*%?");
    private static final String[] REFUSALS = {
        "policy", "sensitive", "violat", "moderation", "safety", "prominent people", "minors", "敏感", "违规", "审核"
    };

    private UnifiedView() {}

    static View read(JsonNode body) {
        String word = StrictJson.text(body, "status", "detail.status", "data.status");
        return switch (JobState.of(word)) {
            case QUEUED -> new View.Waiting(new Progress("waiting at the provider", 1, 2, null));
            case RUNNING -> new View.Waiting(new Progress("filming", 2, 2, share(body)));
            case SUCCEEDED -> {
                String link = StrictJson.text(
                        body,
                        "video_url",
                        "detail.upsample_video_url",
                        "detail.video_url",
                        "detail.generations.0.url",
                        "data.video_url");
                yield link.isEmpty() ? new View.ReadyWithoutLink() : new View.Ready(link);
            }
            case FAILED -> failed(word, reason(body));
            case UNKNOWN -> new View.Unheard(word);
        };
    }

    private static View failed(String word, String reason) {
        String lower = reason.toLowerCase(Locale.ROOT);
        if (Stream.of(REFUSALS).anyMatch(lower::contains)) {
            return new View.Rejected("The provider refuses what the clip shows: " + reason + ".");
        }
        return new View.Broke(
                reason.isEmpty()
                        ? "The provider could not make the clip and gives no reason (" + word + ")."
                        : "The provider could not make the clip: " + reason + ".");
    }

    private static String reason(JsonNode body) {
        String reason = StrictJson.text(
                body,
                "error",
                "error.message",
                "detail.reason_str",
                "detail.error",
                "detail.markdown_reason_str",
                "fail_reason",
                "message");
        String plain = reason.replaceAll("[*_`#]+", "")
                .replaceAll("\\s+", " ")
                .replaceFirst("[.。!]+$", "")
                .strip();
        return plain.length() <= LONGEST_REASON ? plain : plain.substring(0, LONGEST_REASON) + "…";
    }

    private static @Nullable Double share(JsonNode body) {
        var percent = PERCENT.matcher(
                StrictJson.text(body, "progress", "detail.progress_pct").strip());
        return percent.matches() ? Math.min(1, Integer.parseInt(percent.group(1)) / 100.0) : null;
    }
}
