package io.vimax.simulator;

import io.vimax.simulator.desk.Call;
import io.vimax.simulator.desk.CallRefused;
import io.vimax.simulator.desk.Desk;
import io.vimax.simulator.desk.Downloads;
import io.vimax.simulator.desk.Json;
import io.vimax.simulator.desk.Protocol;
import io.vimax.simulator.http.Handler;
import io.vimax.simulator.http.Reply;
import io.vimax.simulator.http.Request;
import io.vimax.simulator.ledger.LedgerKind;
import io.vimax.simulator.ledger.Subject;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The first thing behind the port: sends each request to its protocol and lets no failure go unwritten. */
final class Front implements Handler {

    private static final Logger LOG = LoggerFactory.getLogger(Front.class);

    private final Desk desk;
    private final List<Protocol> protocols;
    private final AdminDesk admin;

    Front(Desk desk, List<Protocol> protocols, AdminDesk admin) {
        this.desk = desk;
        this.protocols = protocols;
        this.admin = admin;
    }

    @Override
    public Reply answer(Request request) {
        if (request.path().startsWith(AdminDesk.PREFIX)) {
            return admin.answer(request.below(AdminDesk.PREFIX));
        }
        for (Protocol protocol : protocols) {
            String prefix = "/" + protocol.name();
            if (request.path().startsWith(prefix + "/")) {
                return answer(protocol, request.below(prefix));
            }
        }
        // Some SDKs take a host and no path in front of theirs: there the key tells whose call it is.
        for (Protocol protocol : protocols) {
            boolean known = protocol.secret(request)
                    .flatMap(secret -> desk.accounts().find(protocol.name(), secret))
                    .isPresent();
            if (known) {
                return answer(protocol, request);
            }
        }
        desk.ledger()
                .write(
                        LedgerKind.VIOLATION,
                        Subject.NOBODY,
                        "No provider at " + request.method() + " " + request.path());
        return Json.reply(404, Json.object().put("error", "There are /yunwu, /openai, /google, /ark and /_sim"));
    }

    private Reply answer(Protocol protocol, Request request) {
        var call = new Call(desk, protocol, request);
        try {
            Optional<Reply> file = Downloads.link(call);
            return file.isPresent() ? file.get() : protocol.answer(call);
        } catch (CallRefused e) {
            return call.refuse(e.refusal());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Reply.Reset();
        } catch (RuntimeException e) {
            LOG.error("The simulator failed at {}", call.route(), e);
            desk.ledger().write(LedgerKind.FAULT, Subject.provider(protocol.name()), call.route() + ": " + e);
            return Json.reply(500, Json.object().put("error", "The simulator failed; its log says why"));
        }
    }

    @Override
    public void malformed(String why) {
        desk.ledger().write(LedgerKind.VIOLATION, Subject.NOBODY, "No HTTP request: " + why);
    }
}
