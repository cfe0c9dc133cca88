package io.vimax.worker.provider.remote;

import io.vimax.worker.provider.failure.ProviderFailure;
import io.vimax.worker.provider.wire.Complaint;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a provider's complaints mean: the first row that fits decides, and the last one fits everything. A family of providers
 * brings the rows of its own words; pages of proxies come before them, and plain statuses after. Pure.
 */
public final class FailureTable {

    private static final int PAYMENT_REQUIRED = 402;

    /** What a row says. */
    public enum Meaning {
        RATE_LIMITED,
        CONCURRENCY_LIMITED,
        SATURATED,
        KEY_INVALID,
        OUT_OF_CREDIT,
        CONTENT_REJECTED,
        BAD_REQUEST,
        /** The provider has trouble, and surely has not begun. */
        UNAVAILABLE,
        /** The provider has trouble, and may have begun. */
        UNCLEAR
    }

    /** One row. */
    public record Row(Predicate<Complaint> fits, Meaning meaning) {}

    /** A front proxy knows nothing of the work; only what it says about the request itself is certain. */
    private static final List<Row> PAGES = List.of(
            new Row(page(429), Meaning.RATE_LIMITED),
            new Row(page(401, 403, 407, 408), Meaning.UNAVAILABLE),
            new Row(page(IntStream.range(300, 500).toArray()), Meaning.BAD_REQUEST),
            new Row(complaint -> !complaint.fromProvider(), Meaning.UNCLEAR));

    private static final List<Row> STATUSES = List.of(
            new Row(status(401), Meaning.KEY_INVALID),
            new Row(status(PAYMENT_REQUIRED), Meaning.OUT_OF_CREDIT),
            new Row(status(429), Meaning.RATE_LIMITED),
            new Row(status(408, 425), Meaning.UNAVAILABLE),
            new Row(status(503).and(says("overloaded", "server is busy", "服务器繁忙")), Meaning.SATURATED),
            new Row(status(IntStream.range(300, 500).toArray()), Meaning.BAD_REQUEST),
            new Row(_ -> true, Meaning.UNCLEAR));

    private final List<Row> rows;

    private FailureTable(List<Row> rows) {
        this.rows = rows;
    }

    /** A table with these rows between those of all. */
    public static FailureTable of(List<Row> own) {
        return new FailureTable(
                Stream.of(PAGES, own, STATUSES).flatMap(List::stream).toList());
    }

    public static Predicate<Complaint> says(String... words) {
        return complaint -> complaint.says(words);
    }

    public static Predicate<Complaint> status(int... statuses) {
        return complaint -> IntStream.of(statuses).anyMatch(status -> status == complaint.status());
    }

    /** The complaint's code or type is exactly one of these, in lower case. */
    public static Predicate<Complaint> isNamed(String... names) {
        return complaint -> Stream.of(names)
                .anyMatch(name -> name.equalsIgnoreCase(complaint.code()) || name.equalsIgnoreCase(complaint.type()));
    }

    private static Predicate<Complaint> page(int... statuses) {
        return status(statuses).and(complaint -> !complaint.fromProvider());
    }

    public Finding read(Complaint complaint) {
        Meaning meaning = rows.stream()
                .filter(row -> row.fits().test(complaint))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the last row fits everything"))
                .meaning();
        return new Finding(failure(meaning, complaint), meaning != Meaning.UNCLEAR);
    }

    private static ProviderFailure failure(Meaning meaning, Complaint complaint) {
        String quote = complaint.quote();
        return switch (meaning) {
            case RATE_LIMITED ->
                new ProviderFailure.RateLimited(complaint.hints(), "The provider asks to slow down: " + quote + ".");
            case CONCURRENCY_LIMITED ->
                new ProviderFailure.ConcurrencyLimited(
                        complaint.hints(), "The provider has too many jobs of this account at once: " + quote + ".");
            case SATURATED -> new ProviderFailure.Saturated("The model is overloaded at the provider: " + quote + ".");
            case KEY_INVALID -> new ProviderFailure.KeyInvalid("The provider refuses the key: " + quote + ".");
            case OUT_OF_CREDIT ->
                new ProviderFailure.OutOfCredit("The account has no credit left at the provider: " + quote + ".");
            case CONTENT_REJECTED ->
                new ProviderFailure.ContentRejected("The provider refuses what was asked for: " + quote + ".");
            case BAD_REQUEST -> new ProviderFailure.BadRequest("The provider refuses the request: " + quote + ".");
            case UNAVAILABLE, UNCLEAR -> new ProviderFailure.Unavailable("The provider has trouble: " + quote + ".");
        };
    }
}
