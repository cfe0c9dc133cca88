package io.vimax.keypool.installation;

import io.vimax.keypool.key.BuiltInKey;
import io.vimax.keypool.key.Service;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.validation.annotation.Validated;

/** Gives the local provider its key at start, with as many slots as this machine shall use. */
@Component
class BuiltInKeys {

    private final BuiltInKey key;
    private final Slots slots;

    BuiltInKeys(BuiltInKey key, Slots slots) {
        this.key = key;
        this.slots = slots;
    }

    @EventListener(ApplicationReadyEvent.class)
    void ensure() {
        key.ensure(Service.LOCAL, slots.slots());
    }

    /** @param slots how many generations of the local provider may run at once, over all workers */
    @Validated
    @ConfigurationProperties("key-pool.built-in")
    record Slots(@DefaultValue("2") @Min(1) @Max(1000) int slots) {}
}
