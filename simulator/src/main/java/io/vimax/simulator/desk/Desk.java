package io.vimax.simulator.desk;

import io.vimax.simulator.account.Accounts;
import io.vimax.simulator.chat.ChatAnswers;
import io.vimax.simulator.delivery.ResultFile;
import io.vimax.simulator.delivery.Shelf;
import io.vimax.simulator.delivery.Webhooks;
import io.vimax.simulator.job.Job;
import io.vimax.simulator.job.Jobs;
import io.vimax.simulator.ledger.Ledger;
import io.vimax.simulator.media.Media;
import io.vimax.simulator.media.PictureFormat;
import io.vimax.simulator.model.Catalogue;
import io.vimax.simulator.model.LatencyProfile;
import io.vimax.simulator.scenario.Scenario;
import io.vimax.simulator.scenario.Scenarios;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Everything behind the protocols: one for each simulator. Thread-safe. */
public final class Desk {

    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(ZoneOffset.UTC);

    private final Parts parts;
    private final Lottery lottery;
    private final AtomicLong requests = new AtomicLong();
    private volatile LatencyProfile latency;

    /**
     * What a desk is made of.
     *
     * @param url address of the simulator as its callers know it, without a path
     * @param linkLife how long a link to a result can be used
     */
    public record Parts(
            Clock clock,
            Accounts accounts,
            Catalogue catalogue,
            Ledger ledger,
            Scenarios scenarios,
            Jobs jobs,
            Shelf shelf,
            Media media,
            ChatAnswers chat,
            Webhooks webhooks,
            String url,
            Duration linkLife) {}

    public Desk(Parts parts, LatencyProfile latency, long seed) {
        this.parts = parts;
        this.latency = latency;
        this.lottery = new Lottery(seed);
    }

    public Clock clock() {
        return parts.clock();
    }

    public Accounts accounts() {
        return parts.accounts();
    }

    public Catalogue catalogue() {
        return parts.catalogue();
    }

    public Ledger ledger() {
        return parts.ledger();
    }

    public Scenarios scenarios() {
        return parts.scenarios();
    }

    public Jobs jobs() {
        return parts.jobs();
    }

    public Shelf shelf() {
        return parts.shelf();
    }

    public Media media() {
        return parts.media();
    }

    public ChatAnswers chat() {
        return parts.chat();
    }

    public Webhooks webhooks() {
        return parts.webhooks();
    }

    public String url() {
        return parts.url();
    }

    public LatencyProfile latency() {
        return latency;
    }

    /** From now on work takes that long; jobs that run keep their ends. */
    public void latency(LatencyProfile profile) {
        latency = profile;
    }

    Lottery lottery() {
        return lottery;
    }

    /** Forgets jobs, results, scenarios, counts and the ledger; accounts and latencies stay. */
    public void reset() {
        scenarios().disarmAll();
        jobs().clear();
        shelf().clear();
        accounts().reset();
        lottery.reset();
        ledger().clear();
    }

    /** A new id for support, as the relays print it: a time and a count. */
    public String requestId() {
        return "%s%08d".formatted(SECOND.format(clock().instant()), requests.incrementAndGet());
    }

    /** A link to the clip of a job. */
    public String clipLink(Job job) {
        Optional<String> elsewhere = elsewhere(job, "mp4");
        if (elsewhere.isPresent()) {
            return elsewhere.get();
        }
        String id = fileId(job);
        shelve(job, id, "video/mp4", false, clip(job));
        return "%s/%s/cdn/%s.mp4".formatted(url(), job.caller().account().provider(), id);
    }

    /** A link to a picture that came of a job. */
    public String pictureLink(Job job, int number, PictureFormat format) {
        Optional<String> elsewhere = elsewhere(job, format.ending());
        if (elsewhere.isPresent()) {
            return elsewhere.get();
        }
        String id = fileId(job) + "-" + number;
        shelve(job, id, format.contentType(), false, () -> picture(job, format));
        return "%s/%s/cdn/%s.%s".formatted(url(), job.caller().account().provider(), id, format.ending());
    }

    /** The id of a clip that only a key of its account opens. */
    public String lockedClip(Job job) {
        String id = fileId(job);
        shelve(job, id, "video/mp4", true, clip(job));
        return id;
    }

    public byte[] picture(Job job, PictureFormat format) {
        return media().picture(job.resultSize(), format, job.order().prompt(), job.id());
    }

    private ResultFile.Content clip(Job job) {
        return () -> media().clip(
                        job.resultSize(),
                        job.order().seconds(),
                        job.order().prompt(),
                        job.order().images().isEmpty()
                                ? null
                                : job.order().images().getFirst(),
                        job.id());
    }

    private void shelve(Job job, String id, String contentType, boolean keyNeeded, ResultFile.Content content) {
        if (shelf().find(id).isPresent()) {
            return;
        }
        shelf().put(new ResultFile(
                id,
                job.caller().account(),
                job.order().model().name(),
                job.id(),
                contentType,
                keyNeeded,
                clock().instant().plus(parts.linkLife()),
                job.strikes(),
                content));
    }

    /** Where a scenario sends the caller instead of to the result. */
    private static Optional<String> elsewhere(Job job, String ending) {
        if (job.strikes().has(Scenario.LINK_TO_METADATA)) {
            return Optional.of("http://169.254.169.254/latest/meta-data/result." + ending);
        }
        return job.strikes()
                .find(Scenario.LINK_TO_LOCALHOST)
                .map(strike -> strike.argumentOr("http://localhost:1/result." + ending));
    }

    /** Ids of jobs hold colons and slashes and may be kilobytes long; names of files are neither. */
    private static String fileId(Job job) {
        return UUID.nameUUIDFromBytes(job.id().getBytes(StandardCharsets.UTF_8))
                .toString()
                .replace("-", "");
    }
}
