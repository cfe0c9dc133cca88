package io.vimax.simulator.chat;

import io.vimax.simulator.scenario.Scenario;
import io.vimax.simulator.scenario.Strikes;

/**
 * An answer as it goes out, with what scenarios made of it.
 *
 * @param cut whether the model ran out of tokens
 */
public record SpokenAnswer(String text, boolean cut) {

    public static SpokenAnswer of(String text, Strikes strikes) {
        String spoken = text;
        if (strikes.has(Scenario.BROKEN_ANSWER)) {
            spoken = spoken.replaceAll("[\\]}\\s]+$", "");
        }
        if (strikes.has(Scenario.FENCED_JSON)) {
            spoken = "```json\n" + spoken + "\n```";
        }
        if (strikes.has(Scenario.CHATTY_JSON)) {
            spoken = "Of course! Here is what you asked for:\n\n" + spoken
                    + "\n\nTell me if you want {anything} changed.";
        }
        boolean cut = strikes.has(Scenario.CUT_ANSWER);
        return new SpokenAnswer(cut ? spoken.substring(0, spoken.length() / 2) : spoken, cut);
    }
}
