package io.vimax.simulator.ledger;

/**
 * Whom an entry is about; an empty text where something is not known.
 *
 * @param key name of the key, such as {@code team-a/1}
 * @param reference what the caller sent as {@code Idempotency-Key}, {@code X-Client-Request-Id} or {@code X-Request-Id}
 * @param prompt the first 200 characters of the prompt, by which a test finds its own work
 */
public record Subject(
        String provider, String account, String key, String model, String job, String reference, String prompt) {

    public static final Subject NOBODY = new Subject("", "", "", "", "", "", "");

    public static Subject provider(String provider) {
        return new Subject(provider, "", "", "", "", "", "");
    }

    public Subject withJob(String id) {
        return new Subject(provider, account, key, model, id, reference, prompt);
    }

    public Subject withModel(String name) {
        return new Subject(provider, account, key, name, job, reference, prompt);
    }

    public Subject withPrompt(String text) {
        return new Subject(
                provider, account, key, model, job, reference, text.length() <= 200 ? text : text.substring(0, 200));
    }
}
