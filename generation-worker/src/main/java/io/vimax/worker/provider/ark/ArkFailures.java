package io.vimax.worker.provider.ark;

import static io.vimax.worker.provider.remote.FailureTable.isNamed;
import static io.vimax.worker.provider.remote.FailureTable.says;
import static io.vimax.worker.provider.remote.FailureTable.status;

import io.vimax.worker.provider.remote.FailureTable;
import io.vimax.worker.provider.remote.FailureTable.Meaning;
import io.vimax.worker.provider.remote.FailureTable.Row;
import java.util.List;

/** What Ark complains of (volcengine.com/docs/82379/1299023; not tried against the live service). Its codes are exact, and come before statuses. */
final class ArkFailures {

    static final FailureTable TABLE = FailureTable.of(List.of(
            new Row(says("sensitivecontentdetected", "riskdetection"), Meaning.CONTENT_REJECTED),
            new Row(isNamed("AccountOverdueError"), Meaning.OUT_OF_CREDIT),
            new Row(isNamed("AuthenticationError", "InvalidAccountStatus"), Meaning.KEY_INVALID),
            new Row(isNamed("ServerOverloaded"), Meaning.SATURATED),
            new Row(isNamed("ModelNotOpen", "InvalidEndpointOrModel.NotFound"), Meaning.BAD_REQUEST),
            new Row(status(429).and(says("running tasks", "concurren", "inflight")), Meaning.CONCURRENCY_LIMITED)));

    private ArkFailures() {}
}
