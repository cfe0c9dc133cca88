package io.vimax.simulator.desk;

import io.vimax.simulator.media.Media;
import io.vimax.simulator.scenario.Scenario;
import io.vimax.simulator.scenario.Strikes;
import java.util.Arrays;

/** A result as it reaches its owner, with what scenarios made of it. */
public record SpoiltFile(String contentType, byte[] bytes) {

    public static SpoiltFile of(Strikes strikes, String contentType, byte[] bytes, Media media) {
        if (strikes.has(Scenario.EMPTY_FILE)) {
            return new SpoiltFile(contentType, new byte[0]);
        }
        if (strikes.has(Scenario.TRUNCATED_FILE)) {
            return new SpoiltFile(contentType, Arrays.copyOf(bytes, bytes.length / 2));
        }
        if (strikes.has(Scenario.PDF_FILE)) {
            return new SpoiltFile(contentType, media.pdf());
        }
        if (strikes.has(Scenario.HTML_FILE)) {
            return new SpoiltFile("text/html", Interruption.page(200).body());
        }
        return new SpoiltFile(contentType, bytes);
    }
}
