package io.vimax.simulator.desk;

import io.vimax.simulator.account.Caller;
import io.vimax.simulator.account.RetryHint;
import io.vimax.simulator.http.Reply;
import io.vimax.simulator.http.Request;
import io.vimax.simulator.job.Job;
import io.vimax.simulator.ledger.LedgerKind;
import io.vimax.simulator.ledger.Subject;
import io.vimax.simulator.model.ModelCard;
import io.vimax.simulator.model.WorkKind;
import io.vimax.simulator.scenario.Moment;
import io.vimax.simulator.scenario.Occasion;
import io.vimax.simulator.scenario.Operation;
import io.vimax.simulator.scenario.Scenario;
import io.vimax.simulator.scenario.Strike;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** One call of one provider's API, read step by step. Not thread-safe. */
public final class Call {

    private final Desk desk;
    private final Protocol protocol;
    private final Request request;
    private @Nullable Caller caller;

    public Call(Desk desk, Protocol protocol, Request request) {
        this.desk = desk;
        this.protocol = protocol;
        this.request = request;
    }

    public Desk desk() {
        return desk;
    }

    public Request request() {
        return request;
    }

    /** Method and path, such as {@code POST /v1/video/create}. */
    public String route() {
        return request.method() + " " + request.path();
    }

    /**
     * Whose call it is.
     *
     * @throws CallRefused if the key is missing or unknown
     */
    public Caller caller() {
        if (caller == null) {
            String secret = protocol.secret(request).orElseThrow(() -> new CallRefused(new Refusal.MissingKey()));
            caller = desk.accounts()
                    .find(protocol.name(), secret)
                    .orElseThrow(() -> new CallRefused(new Refusal.UnknownKey()));
        }
        return caller;
    }

    /**
     * The body.
     *
     * @throws CallRefused if the body is no JSON object
     */
    public JsonNode json() {
        try {
            JsonNode body = Json.read(request.body());
            if (body.isObject()) {
                return body;
            }
        } catch (JacksonException e) {
            // Told to the caller below, as a provider does.
        }
        throw CallRefused.unacceptable("body", "We could not parse the JSON body of your request");
    }

    /**
     * The card of a model.
     *
     * @throws CallRefused if the provider has no such model of one of these kinds
     */
    public ModelCard model(String name, WorkKind... kinds) {
        return desk.catalogue()
                .find(protocol.name(), name)
                .filter(card -> Set.of(kinds).contains(card.kind()))
                .orElseThrow(() -> new CallRefused(new Refusal.UnknownModel(name)));
    }

    /** Takes work on; see {@link Intake}. */
    public Intake intake() {
        return new Intake(this);
    }

    /** Answers something that costs nothing, unless a scenario strikes. */
    public Reply read(Operation operation, String model, Reading reading) throws InterruptedException {
        Subject subject = subject(model);
        Optional<Strike> strike = strike(operation, subject);
        if (strike.isPresent()) {
            Optional<Reply> instead = interruption().before(strike.get());
            if (instead.isPresent()) {
                return instead.get();
            }
        }
        Reply reply = reading.answer();
        return strike.map(struck -> Interruption.after(struck, reply)).orElse(reply);
    }

    /** Makes an answer. */
    @FunctionalInterface
    public interface Reading {
        Reply answer() throws InterruptedException;
    }

    /**
     * The job that a poll asks about, counted.
     *
     * @throws CallRefused if this account has none of that id
     */
    public PolledJob poll(String id) {
        Job job = ownJob(id);
        Instant now = desk.clock().instant();
        Subject subject = subject(job.order().model().name()).withJob(id);
        desk.ledger().write(LedgerKind.POLLED, subject, "");
        if (job.over(now) && job.failure().isPresent() && job.refund()) {
            // The relays take the money first and give it back when the job fails.
            desk.ledger()
                    .write(LedgerKind.REFUNDED, subject, job.order().model().micros(), "the job failed");
        }
        return new PolledJob(job, now, job.poll(caller().key().name(), now));
    }

    /** The job of that id, not counted as a poll. */
    public Job ownJob(String id) {
        Optional<Job> found = desk.jobs().find(id);
        if (found.isPresent()
                && !found.get()
                        .caller()
                        .account()
                        .name()
                        .equals(caller().account().name())) {
            desk.ledger()
                    .write(
                            LedgerKind.FOREIGN_POLL,
                            subject(found.get().order().model().name()).withJob(id),
                            "asked with a key of " + caller().account().name() + ", the job belongs to "
                                    + found.get().caller().account().name());
            throw new CallRefused(new Refusal.JobNotFound(id));
        }
        return found.filter(job -> !job.strikes().has(Scenario.JOB_LOST))
                .orElseThrow(() -> new CallRefused(new Refusal.JobNotFound(id)));
    }

    /** The model of a job, for scenarios that strike polls; empty if there is no such job. */
    public String modelOf(String jobId) {
        return desk.jobs().find(jobId).map(job -> job.order().model().name()).orElse("");
    }

    /** Says no in the words of the protocol, and writes it down. */
    public Reply refuse(Refusal refusal) {
        LedgerKind kind = refusal.violation() ? LedgerKind.VIOLATION : LedgerKind.REFUSED;
        desk.ledger().write(kind, subject(""), route() + ": " + refusal);
        return refused(refusal);
    }

    private Reply refused(Refusal refusal) {
        return RefusedReply.of(
                protocol, refusal, request, desk.requestId(), desk.clock().instant());
    }

    Set<RetryHint> hints() {
        Set<RetryHint> own = caller().account().hints();
        return own == null ? protocol.usualHints() : own;
    }

    Interruption interruption() {
        Set<RetryHint> hints = caller == null ? protocol.usualHints() : hints();
        return new Interruption(this::refused, hints);
    }

    /** The scenario that strikes this call, written down. */
    public Optional<Strike> strike(Operation operation, Subject subject) {
        Optional<Strike> strike = desk.scenarios().take(Moment.CALL, occasion(operation, subject));
        strike.ifPresent(struck -> desk.ledger()
                .write(LedgerKind.SCENARIO, subject, struck.scenario().wireName() + " on " + route()));
        return strike;
    }

    static Occasion occasion(Operation operation, Subject subject) {
        return new Occasion(operation, subject.provider(), subject.account(), subject.key(), subject.model());
    }

    /** Whom the ledger shall name. */
    public Subject subject(String model) {
        String account = caller == null ? "" : caller.account().name();
        String key = caller == null ? "" : caller.key().name();
        String reference = request.header("idempotency-key")
                .or(() -> request.header("x-client-request-id"))
                .or(() -> request.header("x-request-id"))
                .orElse("");
        return new Subject(protocol.name(), account, key, model, "", reference, "");
    }
}
