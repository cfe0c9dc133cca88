package io.vimax.worker.provider;

import io.vimax.worker.provider.failure.ProviderFailure;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a job ended. */
public sealed interface Outcome {

    /**
     * It is done.
     *
     * @param products files in the provider's own folder; the worker copies them and then lets the provider discard the job
     * @param text the answer of a chat model
     * @param costMicros what it did cost, in millionths of a US dollar; null where the provider does not say
     */
    record Done(
            List<Product> products,
            @Nullable String text,
            @Nullable Long costMicros) implements Outcome {}

    /**
     * It ended without a result.
     *
     * @param paid whether the provider charges for it all the same
     */
    record Failed(ProviderFailure failure, boolean paid) implements Outcome {

        /** It ended without a result, for nothing. */
        public Failed(ProviderFailure failure) {
            this(failure, false);
        }
    }
}
