package io.vimax.simulator.desk;

import io.vimax.simulator.delivery.ResultFile;
import io.vimax.simulator.http.Reply;
import io.vimax.simulator.ledger.LedgerKind;
import io.vimax.simulator.ledger.Subject;
import io.vimax.simulator.scenario.Moment;
import io.vimax.simulator.scenario.Operation;
import io.vimax.simulator.scenario.Strike;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Hands results out: with ranges, as delivery networks do, and with whatever a scenario has in mind. */
public final class Downloads {

    private static final Pattern LINK = Pattern.compile("GET /cdn/([A-Za-z0-9-]+)\\.[a-z0-9]+");
    private static final Pattern RANGE = Pattern.compile("bytes=(\\d{1,12})-(\\d{0,12})");
    private static final int CRAWL_BYTES_PER_SECOND = 1024;
    private static final long HUGE_BYTES = 5_000_000_000L;

    private Downloads() {}

    /** Answers a link that needs no key; empty if the path is none. */
    public static Optional<Reply> link(Call call) throws InterruptedException {
        Matcher link = LINK.matcher(call.route());
        return link.matches() ? Optional.of(answer(call, String.valueOf(link.group(1)))) : Optional.empty();
    }

    public static Reply answer(Call call, String id) throws InterruptedException {
        Optional<ResultFile> found = call.desk().shelf().find(id);
        if (found.isEmpty() || (found.get().keyNeeded() && !isOwner(call, found.get()))) {
            throw new CallRefused(new Refusal.FileNotFound(id));
        }
        ResultFile file = found.get();
        Subject subject = subject(call, file);
        Optional<Strike> strike = call.strike(Operation.DOWNLOAD, subject);
        if (strike.isPresent()) {
            Optional<Reply> instead = call.interruption().before(strike.get());
            if (instead.isPresent()) {
                return instead.get();
            }
        }
        Reply reply = deliver(call, file, subject);
        return strike.map(struck -> Interruption.after(struck, reply)).orElse(reply);
    }

    private static boolean isOwner(Call call, ResultFile file) {
        return call.caller().account().name().equals(file.account().name());
    }

    private static Subject subject(Call call, ResultFile file) {
        Subject caller = call.subject(file.model());
        String account = caller.account().isEmpty() ? file.account().name() : caller.account();
        return new Subject(caller.provider(), account, caller.key(), file.model(), file.job(), caller.reference(), "");
    }

    private static Reply deliver(Call call, ResultFile file, Subject subject) throws InterruptedException {
        Desk desk = call.desk();
        Optional<Strike> strike = desk.scenarios().take(Moment.DOWNLOAD, Call.occasion(Operation.DOWNLOAD, subject));
        strike.ifPresent(struck -> desk.ledger()
                .write(LedgerKind.SCENARIO, subject, struck.scenario().wireName() + " on " + call.route()));
        if (desk.clock().instant().isAfter(file.expires())) {
            return expired(call, subject, "the link is too old");
        }
        SpoiltFile spoilt =
                SpoiltFile.of(file.strikes(), file.contentType(), file.content().bytes(), desk.media());
        Reply.Full whole = ranged(call, spoilt);
        if (strike.isEmpty()) {
            return written(call, subject, whole);
        }
        Strike struck = strike.get();
        return switch (struck.scenario()) {
            case DOWNLOAD_CUT -> new Reply.Cut(whole, struck.numberOr(whole.body().length / 2));
            case DOWNLOAD_SLOW -> {
                written(call, subject, whole);
                yield new Reply.Slow(whole, struck.numberOr(CRAWL_BYTES_PER_SECOND));
            }
            case DOWNLOAD_ENDLESS -> pour(spoilt, -1);
            case DOWNLOAD_HUGE -> pour(spoilt, struck.argument() == null ? HUGE_BYTES : struck.numberOr(0));
            case LINK_EXPIRED -> expired(call, subject, "a scenario");
            case REDIRECT_TO_METADATA -> redirect("http://169.254.169.254/latest/meta-data/");
            case REDIRECT_TO_LOCALHOST -> redirect(struck.argumentOr("http://localhost:1/result"));
            case REDIRECT_LOOP, REDIRECT_ONCE ->
                redirect(desk.url() + "/" + subject.provider() + call.request().path());
            // No other scenario strikes at this moment.
            default -> written(call, subject, whole);
        };
    }

    /** Says too whether the caller showed its key, which a link to a foreign host should never get to see. */
    private static Reply.Full written(Call call, Subject subject, Reply.Full reply) {
        String key = call.request().header("authorization").isPresent() ? ", with an Authorization header" : "";
        String detail = reply.body().length + " bytes of " + reply.headers().get("Content-Type") + key;
        call.desk().ledger().write(LedgerKind.DOWNLOADED, subject, detail);
        return reply;
    }

    private static Reply.Full ranged(Call call, SpoiltFile file) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", file.contentType());
        headers.put("Accept-Ranges", "bytes");
        Matcher range = RANGE.matcher(call.request().header("range").orElse(""));
        if (!range.matches()) {
            return new Reply.Full(200, headers, file.bytes());
        }
        int length = file.bytes().length;
        long from = Long.parseLong(String.valueOf(range.group(1)));
        String last = String.valueOf(range.group(2));
        long to = last.isEmpty() ? length - 1 : Math.min(length - 1, Long.parseLong(last));
        if (from > to) {
            headers.put("Content-Range", "bytes */" + length);
            return new Reply.Full(416, headers, new byte[0]);
        }
        headers.put("Content-Range", "bytes " + from + "-" + to + "/" + length);
        return new Reply.Full(206, headers, Arrays.copyOfRange(file.bytes(), (int) from, (int) to + 1));
    }

    /** As the object stores of the providers say it. */
    private static Reply.Full expired(Call call, Subject subject, String why) {
        call.desk().ledger().write(LedgerKind.REFUSED, subject, call.route() + ": expired, " + why);
        String body = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + "<Error><Code>AccessDenied</Code><Message>Request has expired</Message></Error>";
        return Reply.of(403, "application/xml", body.getBytes(StandardCharsets.UTF_8));
    }

    private static Reply redirect(String target) {
        return new Reply.Full(302, Map.of("Location", target, "Content-Type", "text/html"), new byte[0]);
    }

    private static Reply pour(SpoiltFile file, long length) {
        Map<String, String> headers = Map.of("Content-Type", file.contentType());
        return new Reply.Endless(200, headers, block(file.bytes()), length);
    }

    private static byte[] block(byte[] bytes) {
        return Arrays.copyOf(bytes, 64 * 1024);
    }
}
