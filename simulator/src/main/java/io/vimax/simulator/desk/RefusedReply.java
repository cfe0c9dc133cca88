package io.vimax.simulator.desk;

import io.vimax.simulator.account.RetryHint;
import io.vimax.simulator.http.Reply;
import io.vimax.simulator.http.Request;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Set;

/** A refusal in the words of its protocol, with the headers that say when to come back. */
final class RefusedReply {

    private RefusedReply() {}

    static Reply.Full of(Protocol protocol, Refusal refusal, Request request, String requestId, Instant now) {
        Reply.Full reply = protocol.refuse(refusal, request, requestId);
        return switch (refusal) {
            case Refusal.RateLimited limited -> hinting(reply, limited.hints(), limited.retryAfter(), now);
            case Refusal.TooManyAtOnce many -> hinting(reply, many.hints(), many.retryAfter(), now);
            case Refusal.MissingKey _,
                    Refusal.UnknownKey _,
                    Refusal.OutOfCredit _,
                    Refusal.Saturated _,
                    Refusal.ModelUnavailable _,
                    Refusal.UnknownModel _,
                    Refusal.Unacceptable _,
                    Refusal.ContentRejected _,
                    Refusal.JobNotFound _,
                    Refusal.NotNow _,
                    Refusal.FileNotFound _,
                    Refusal.UnknownPath _,
                    Refusal.UpstreamError _,
                    Refusal.PlainString _ -> reply;
        };
    }

    private static Reply.Full hinting(Reply.Full reply, Set<RetryHint> hints, Duration retryAfter, Instant now) {
        var headers = new LinkedHashMap<>(reply.headers());
        hints.forEach(hint -> hint.addTo(headers, retryAfter, now));
        return new Reply.Full(reply.status(), headers, reply.body());
    }
}
