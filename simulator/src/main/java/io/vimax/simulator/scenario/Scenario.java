package io.vimax.simulator.scenario;

import java.util.Arrays;
import java.util.Locale;

/** Everything that can go wrong on demand. In JSON the names are in lower case. */
public enum Scenario {
    // Instead of an answer, and nothing is taken on.
    RATE_LIMITED(Moment.CALL, "429 of a minute's limit; argument: wait in milliseconds (2000)", true),
    DAY_LIMITED(Moment.CALL, "429 of a day's limit", false),
    CONCURRENCY_LIMITED(Moment.CALL, "429 of too many at the same time", false),
    SATURATED(
            Moment.CALL,
            "too much load upstream, as 429; argument: the type that it claims (insufficient_quota)",
            false),
    SATURATED_500(Moment.CALL, "the same as 500; argument: the type that it claims (upstream_error)", false),
    OUT_OF_CREDIT(Moment.CALL, "no money left", false),
    KEY_REFUSED(Moment.CALL, "401, or what the provider has for an unknown key", false),
    MODEL_UNAVAILABLE(Moment.CALL, "503, no channel for the model", false),
    CONTENT_REJECTED(Moment.CALL, "the prompt is refused for what it says", false),
    REQUEST_REJECTED(Moment.CALL, "400 for a request that is right", false),
    UPSTREAM_ERROR(Moment.CALL, "500 of the provider, before anything was taken on", false),
    HTML_ERROR(Moment.CALL, "a page of the front proxy; argument: status (502)", true),
    HTML_WITH_200(Moment.CALL, "a page of HTML that says it is JSON, status 200", false),
    PLAIN_STRING_ERROR(Moment.CALL, "400 whose error is a plain string", false),
    BODY_IS_A_STRING(Moment.CALL, "200 whose body is a JSON string", false),
    JOB_NOT_FOUND(Moment.CALL, "no such job, though the key is the right one; arm it on poll", false),
    RESET_BEFORE_ACCEPT(Moment.CALL, "the connection is reset and nothing was taken on", false),
    HANG_BEFORE_ACCEPT(
            Moment.CALL, "no answer, nothing was taken on; argument: longest in milliseconds (600000)", true),

    // The work is taken on and paid for, and the answer is lost or spoilt.
    HANG(Moment.CALL, "no answer, yet the work was taken on; argument: longest in milliseconds (600000)", true),
    RESET(Moment.CALL, "the connection is reset after the work was taken on", false),
    HALF_OPEN(Moment.CALL, "half an answer, then silence; argument: longest in milliseconds (600000)", true),
    ERROR_AFTER_ACCEPT(Moment.CALL, "a proxy's error although the work was taken on; argument: status (504)", true),
    DEEP_JSON(Moment.CALL, "JSON of 100 levels around the answer; argument: levels (100)", true),
    CUT_JSON(Moment.CALL, "200 with the first half of the answer", false),
    EMPTY_BODY(Moment.CALL, "200 with nothing", false),
    WRONG_CONTENT_TYPE(Moment.CALL, "the right answer as text/plain", false),

    // The job.
    FAILED(Moment.JOB, "ends as failed; argument: the reason", false),
    FAILED_IN_DETAIL(Moment.JOB, "ends as failed, the reason only in the detail; argument: the reason", false),
    ERROR_STATE(Moment.JOB, "ends with the state error", false),
    CONTENT_FAILED(Moment.JOB, "ends as failed because of what it shows", false),
    UNKNOWN_STATUS(Moment.JOB, "a state that nobody knows, for ever; argument: the word (thinking)", false),
    MISSING_STATUS(Moment.JOB, "answers to polls have no state", false),
    NEVER_ENDS(Moment.JOB, "runs for ever", false),
    STATUS_WORD(Moment.JOB, "another word for its good end; argument: the word (success)", false),
    ID_WITHOUT_PREFIX(Moment.JOB, "polls answer with another id than was made", false),
    LONG_JOB_ID(Moment.JOB, "an id of 10 KB; argument: length (10240)", true),
    JOB_LOST(Moment.JOB, "accepted, and no poll ever finds it", false),
    LYING_STATUS(Moment.JOB, "progress and states go back and forth before the end", false),
    COMPLETED_WITHOUT_LINK(Moment.JOB, "done without a link; argument: polls until it comes (1), 0 for never", true),
    LINK_ELSEWHERE(Moment.JOB, "the link only in another place; argument: upsample, detail or generations", false),
    LINK_TO_METADATA(Moment.JOB, "the link leads to 169.254.169.254", false),
    LINK_TO_LOCALHOST(Moment.JOB, "the link leads to a closed port of this machine; argument: the whole link", false),
    DOUBLE_WEBHOOK(Moment.JOB, "every callback comes twice", false),
    LYING_WEBHOOK(Moment.JOB, "a callback says done while the job still runs", false),
    NO_WEBHOOK(Moment.JOB, "no callback comes", false),

    // Its result.
    EMPTY_FILE(Moment.JOB, "a file of 0 bytes", false),
    TRUNCATED_FILE(Moment.JOB, "the first half of the file, honest about its length", false),
    PDF_FILE(Moment.JOB, "a PDF that says it is the picture or the clip", false),
    HTML_FILE(Moment.JOB, "a page of HTML with status 200 instead of the file", false),
    WRONG_RATIO(Moment.JOB, "upright instead of wide, and the other way round", false),
    TEXT_ONLY(Moment.JOB, "words instead of a picture", false),
    EMPTY_CANDIDATES(Moment.JOB, "an answer without candidates", false),
    SAFETY_STOP(Moment.JOB, "stopped for safety; argument: the finish reason (SAFETY)", false),
    PROMPT_BLOCKED(Moment.JOB, "no candidates, but a block reason for the prompt", false),
    TWO_IMAGES(Moment.JOB, "a draft and the picture; the last one counts", false),
    SNAKE_CASE_IMAGE(Moment.JOB, "inline_data instead of inlineData", false),

    // Chat.
    FENCED_JSON(Moment.JOB, "the answer between code fences", false),
    CHATTY_JSON(Moment.JOB, "words before and after the answer", false),
    CUT_ANSWER(Moment.JOB, "half the answer, finish reason length", false),
    BROKEN_ANSWER(Moment.JOB, "the answer with its closing brackets missing, finish reason stop", false),
    NO_CHOICES(Moment.JOB, "an answer without choices", false),
    STREAM_CUT(Moment.JOB, "a stream that breaks off in the middle", false),
    STREAM_ERROR(Moment.JOB, "a stream with an error as its last event", false),

    // The way of a file to its owner.
    DOWNLOAD_CUT(Moment.DOWNLOAD, "half the promised bytes, then a reset; argument: bytes", true),
    DOWNLOAD_SLOW(Moment.DOWNLOAD, "a crawl; argument: bytes in a second (1024)", true),
    DOWNLOAD_ENDLESS(Moment.DOWNLOAD, "bytes without end and without a length", false),
    DOWNLOAD_HUGE(Moment.DOWNLOAD, "a file that says it has 5 GB, and has; argument: its length in bytes", true),
    LINK_EXPIRED(Moment.DOWNLOAD, "403, the link is too old", false),
    REDIRECT_TO_METADATA(Moment.DOWNLOAD, "a redirect to 169.254.169.254", false),
    REDIRECT_TO_LOCALHOST(
            Moment.DOWNLOAD, "a redirect to a closed port of this machine; argument: the whole link", false),
    REDIRECT_LOOP(Moment.DOWNLOAD, "a redirect to itself", false),
    REDIRECT_ONCE(Moment.DOWNLOAD, "a redirect to the same file, as a real delivery network may do", false);

    private final Moment moment;
    private final String description;
    private final boolean takesNumber;

    Scenario(Moment moment, String description, boolean takesNumber) {
        this.moment = moment;
        this.description = description;
        this.takesNumber = takesNumber;
    }

    public Moment moment() {
        return moment;
    }

    public String description() {
        return description;
    }

    /** The name in JSON. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean takesNumber() {
        return takesNumber;
    }

    /**
     * The scenario of a name in JSON.
     *
     * @throws IllegalArgumentException naming every scenario, if there is none of that name
     */
    public static Scenario named(String wireName) {
        return Arrays.stream(values())
                .filter(scenario -> scenario.wireName().equals(wireName))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No scenario " + wireName + "; there are "
                        + String.join(
                                ", ",
                                Arrays.stream(values()).map(Scenario::wireName).toList())));
    }
}
