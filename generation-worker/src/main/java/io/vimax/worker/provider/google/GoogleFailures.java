package io.vimax.worker.provider.google;

import static io.vimax.worker.provider.remote.FailureTable.says;
import static io.vimax.worker.provider.remote.FailureTable.status;

import io.vimax.worker.provider.remote.FailureTable;
import io.vimax.worker.provider.remote.FailureTable.Meaning;
import io.vimax.worker.provider.remote.FailureTable.Row;
import java.util.List;

/** What Google complains of: a status of {@code google.rpc.Code}, whose words and quota tell the cases of it apart. */
final class GoogleFailures {

    static final FailureTable TABLE = FailureTable.of(List.of(
            // Comes with status 400.
            new Row(
                    says("api key not valid", "api key expired", "api_key_invalid", "unregistered callers"),
                    Meaning.KEY_INVALID),
            new Row(
                    status(402, 403, 429).and(says("prepayment", "credits are depleted", "billing account")),
                    Meaning.OUT_OF_CREDIT),
            new Row(status(429).and(says("concurrentrequests", "concurrent requests")), Meaning.CONCURRENCY_LIMITED),
            new Row(
                    status(400).and(says("usage guidelines", "violate", "safety", "responsible ai")),
                    Meaning.CONTENT_REJECTED)));

    private GoogleFailures() {}
}
