package io.vimax.worker.provider.remote;

import io.vimax.worker.provider.Outcome;
import io.vimax.worker.provider.Product;
import io.vimax.worker.provider.Product.Role;
import io.vimax.worker.provider.failure.ProviderFailure;
import io.vimax.worker.provider.wire.Downloads;
import io.vimax.worker.provider.wire.JobFolders;
import io.vimax.worker.provider.wire.ResultHosts;
import io.vimax.worker.provider.wire.WireClient;
import io.vimax.worker.provider.wire.WireProperties;
import java.nio.file.Path;
import java.util.List;
import org.springframework.stereotype.Component;

/** What every provider on the network works with. */
@Component
public record RemoteParts(
        WireClient client, Downloads downloads, JobFolders folders, Pictures pictures, WireProperties properties) {

    /** The end of a job whose result lies behind a link. */
    public Outcome fetch(String link, ResultHosts hosts, Path target, Role role) throws InterruptedException {
        return switch (downloads.fetch(link, hosts, target, role)) {
            case Downloads.Delivery.Delivered(var file) ->
                new Outcome.Done(List.of(new Product(role, file)), null, null);
            case Downloads.Delivery.Missing(var detail) ->
                new Outcome.Failed(new ProviderFailure.JobBroke(detail), true);
            case Downloads.Delivery.NoRoom(var detail) ->
                new Outcome.Failed(new ProviderFailure.DiskFull(detail), true);
        };
    }
}
