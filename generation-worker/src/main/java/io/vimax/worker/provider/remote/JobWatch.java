package io.vimax.worker.provider.remote;

import io.vimax.worker.provider.Progress;
import io.vimax.worker.provider.ProgressListener;
import io.vimax.worker.provider.wire.Answer;
import io.vimax.worker.provider.wire.Complaint;
import io.vimax.worker.provider.wire.WireCall;
import io.vimax.worker.provider.wire.WireClient;
import io.vimax.worker.provider.wire.WireProperties;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Asks how a job stands until it is over. A job that was taken is paid for, so trouble with asking ends it only when it has gone
 * on for long: then as a job that broke, never as a failure after which the work would be sent again.
 */
@Component
public class JobWatch {

    private static final Logger LOG = LoggerFactory.getLogger(JobWatch.class);
    private static final double GROWTH = 1.25;
    private static final Duration LONGEST_HINT = Duration.ofMinutes(1);
    private static final int OFTEN = 5;

    private final WireClient client;
    private final WireProperties properties;

    public JobWatch(WireClient client, WireProperties properties) {
        this.client = client;
        this.properties = properties;
    }

    /** How it ended. */
    public sealed interface End {
        record Ready(String link) implements End {}

        /** @param maybeMade whether the provider may have made it, and charges for it, although nobody gets it */
        record Broke(String detail, boolean maybeMade) implements End {}

        record Rejected(String detail) implements End {}
    }

    /** What goes wrong with asking, each counted in a row. */
    private enum Trouble {
        NONE,
        NO_ANSWER,
        UNHEARD,
        GONE,
        NO_RIGHT,
        NO_LINK
    }

    private record Look(Trouble trouble, String words, Duration pause, Optional<End> end) {
        static Look at(Trouble trouble, String words) {
            return new Look(trouble, words, Duration.ZERO, Optional.empty());
        }

        static Look end(End end) {
            return new Look(Trouble.NONE, "", Duration.ZERO, Optional.of(end));
        }
    }

    /**
     * Watches a job.
     *
     * @param question asks about it
     * @param reader reads an answer that is a JSON object
     */
    public End watch(WireCall question, Function<JsonNode, View> reader, ProgressListener progress)
            throws InterruptedException {
        Duration pause = properties.firstPause();
        Trouble last = Trouble.NONE;
        int inARow = 0;
        while (true) {
            Look look = look(client.send(question), reader, progress);
            if (look.end().isPresent()) {
                return look.end().get();
            }
            inARow = look.trouble() == last ? inARow + 1 : 1;
            last = look.trouble();
            if (inARow == OFTEN && last != Trouble.NONE) {
                LOG.warn("Job of {} cannot be read, {} times in a row: {}", question.reference(), inARow, look.words());
            }
            if (last != Trouble.NONE && inARow >= most(last)) {
                return new End.Broke(look.words(), true);
            }
            Thread.sleep(longer(pause, look.pause()));
            pause = shorter(Duration.ofNanos((long) (pause.toNanos() * GROWTH)), properties.longestPause());
        }
    }

    private int most(Trouble trouble) {
        return switch (trouble) {
            case NONE -> Integer.MAX_VALUE;
            case NO_ANSWER -> properties.mostTroubled();
            case UNHEARD -> properties.mostUnknown();
            case GONE, NO_RIGHT, NO_LINK -> properties.mostMissing();
        };
    }

    private static Look look(Answer answer, Function<JsonNode, View> reader, ProgressListener progress) {
        return switch (answer) {
            case Answer.NotSent(var detail) -> silent(detail);
            case Answer.Lost(var detail) -> silent(detail);
            case Answer.Heard heard -> heard(heard, reader, progress);
        };
    }

    private static Look heard(Answer.Heard heard, Function<JsonNode, View> reader, ProgressListener progress) {
        if (heard.isOk()) {
            return heard.json()
                    .map(body -> viewed(reader.apply(body), progress))
                    .orElseGet(() -> silent("The provider's answer could not be read"));
        }
        Complaint complaint = Complaint.of(heard);
        if (complaint.fromProvider() && (heard.status() == 404 || complaint.says("task_not_exist"))) {
            return Look.at(
                    Trouble.GONE,
                    "The provider does not know the job any more, which it had taken: " + complaint.quote() + ".");
        }
        if (complaint.fromProvider() && (heard.status() == 401 || heard.status() == 403)) {
            return Look.at(
                    Trouble.NO_RIGHT,
                    "The provider does not let the key that began the job ask about it: " + complaint.quote() + ".");
        }
        Duration hint = complaint.hints().longest().orElse(Duration.ZERO);
        return new Look(
                Trouble.NO_ANSWER,
                "The provider does not say how the job stands: " + complaint.quote() + ".",
                shorter(hint, LONGEST_HINT),
                Optional.empty());
    }

    private static Look viewed(View view, ProgressListener progress) {
        return switch (view) {
            case View.Waiting(var stand) -> {
                progress.on(stand);
                yield Look.at(Trouble.NONE, "");
            }
            case View.Unheard(var word) -> {
                progress.on(new Progress("working", 1, 1, null));
                yield Look.at(
                        Trouble.UNHEARD,
                        word.isEmpty()
                                ? "The provider does not say in which state the job is."
                                : "The provider's job stays in a state that nobody knows: "
                                        + shortened(word.toLowerCase(Locale.ROOT)) + ".");
            }
            case View.ReadyWithoutLink() ->
                Look.at(Trouble.NO_LINK, "The provider says that the job is done, and gives no link to its result.");
            case View.Ready(var link) -> Look.end(new End.Ready(link));
            case View.Broke(var detail) -> Look.end(new End.Broke(detail, false));
            case View.Rejected(var detail) -> Look.end(new End.Rejected(detail));
        };
    }

    private static Look silent(String detail) {
        return Look.at(Trouble.NO_ANSWER, detail + ", so nobody knows how the job stands.");
    }

    private static String shortened(String word) {
        return word.length() <= 60 ? word : word.substring(0, 60) + "…";
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
