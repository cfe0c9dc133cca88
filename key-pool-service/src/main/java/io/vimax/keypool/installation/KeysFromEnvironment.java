package io.vimax.keypool.installation;

import io.vimax.keypool.adding.Secret;
import io.vimax.keypool.installation.EnvironmentKeys.Taken;
import io.vimax.keypool.key.Service;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Takes keys from {@code VIMAX_KEYS_<SERVICE>} at start, such as {@code VIMAX_KEYS_YUNWU=key1,key2}. A key that is no longer named
 * is drained and then deleted. An entry that is no key is left out with one warning, which tells its place and never its value.
 */
@Component
class KeysFromEnvironment {

    private static final Logger log = LoggerFactory.getLogger(KeysFromEnvironment.class);

    private final Environment environment;
    private final EnvironmentKeys keys;

    KeysFromEnvironment(Environment environment, EnvironmentKeys keys) {
        this.environment = environment;
        this.keys = keys;
    }

    @EventListener(ApplicationReadyEvent.class)
    void take() {
        for (Service service : Service.values()) {
            if (service != Service.LOCAL) {
                take(service);
            }
        }
    }

    private void take(Service service) {
        String variable = "VIMAX_KEYS_" + service.name();
        List<String> usable = usable(variable);
        Taken taken = keys.take(service, usable);
        for (int place : taken.elsewhere()) {
            log.warn("{}: usable entry {} is in the pool already, added by a person; it is left out", variable, place);
        }
        if (taken.added() + taken.retired() > 0) {
            log.info("{}: {} keys added, {} retired", variable, taken.added(), taken.retired());
        }
    }

    private List<String> usable(String variable) {
        List<String> usable = new ArrayList<>();
        int place = 0;
        for (String entry : environment.getProperty(variable, "").split("[,\\s]+", -1)) {
            place++;
            if (entry.isEmpty()) {
                continue;
            }
            if (!Secret.fits(entry)) {
                log.warn("{}: entry {} {}; it is left out", variable, place, Secret.FORM_IN_WORDS);
            } else if (usable.contains(entry)) {
                log.warn("{}: entry {} is there twice; once is enough", variable, place);
            } else {
                usable.add(entry);
            }
        }
        return usable;
    }
}
