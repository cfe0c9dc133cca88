package io.vimax.bench.workersdrill;

import io.vimax.bench.workers.EventClient;
import io.vimax.bench.workers.Orders;
import io.vimax.bench.workers.Orders.Customer;
import io.vimax.bench.workersdrill.Chronicle.Entry;
import io.vimax.bench.workersdrill.Chronicle.Kind;
import io.vimax.schemas.generation.v1.GenerationRequested;
import io.vimax.schemas.generation.v1.Priority;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** People who ask for clips, keyframes and lines, evenly over the time. */
final class Arrivals {

    private static final int PEOPLE = 12;
    private static final int EPISODES_EACH = 3;
    private static final List<Priority> PRIORITIES = List.of(Priority.INTERACTIVE, Priority.NORMAL, Priority.BATCH);

    private final EventClient events;
    private final Chronicle chronicle;
    private final Random random;
    private final Clock clock;
    private final Orders orders;
    private final List<UUID> people =
            Stream.generate(UUID::randomUUID).limit(PEOPLE).toList();
    private final List<UUID> episodes =
            Stream.generate(UUID::randomUUID).limit(PEOPLE * EPISODES_EACH).toList();

    Arrivals(EventClient events, Chronicle chronicle, Random random, Clock clock) {
        this.events = events;
        this.chronicle = chronicle;
        this.random = random;
        this.clock = clock;
        this.orders = new Orders(clock);
    }

    /**
     * Asks.
     *
     * @param count generations in all
     * @param lastingNs over so long
     */
    int ask(int count, long lastingNs) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        for (int number = 0; number < count; number++) {
            TimeUnit.NANOSECONDS.sleep(Math.max(0, begin + lastingNs * number / count - System.nanoTime()));
            GenerationRequested order = order();
            chronicle.write(new Entry(
                    Kind.REQUESTED,
                    Chronicle.micros(clock.instant()),
                    order.getGenerationId(),
                    "",
                    order.getKind().name(),
                    0,
                    ""));
            events.request(order);
        }
        return count;
    }

    private GenerationRequested order() {
        int person = random.nextInt(PEOPLE);
        var customer = new Customer(
                people.get(person),
                episodes.get(person * EPISODES_EACH + random.nextInt(EPISODES_EACH)),
                PRIORITIES.get(random.nextInt(PRIORITIES.size())));
        int kind = random.nextInt(10);
        return kind < 5
                ? orders.video(customer, Orders.VIDEO_MODEL)
                : kind < 8 ? orders.image(customer) : orders.speech(customer);
    }
}
