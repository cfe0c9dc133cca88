package io.vimax.worker.provider;

import io.vimax.worker.provider.port.Engagement;
import io.vimax.worker.provider.port.Provider;
import io.vimax.worker.provider.port.Providers;
import java.util.List;

/** Opens the worker's list of providers to tests of the packages below. */
public record ProvidersUnderTest(List<Provider<?>> all) {

    public Engagement<?> find(String name, Work work) {
        return new Providers(all).find(name, work).orElseThrow();
    }
}
