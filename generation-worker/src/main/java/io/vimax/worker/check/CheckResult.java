package io.vimax.worker.check;

/**
 * What came of a check.
 *
 * @param result passed, failed (the provider refused the key) or unreachable (no usable answer)
 * @param code stable word
 * @param detail in our words
 */
record CheckResult(String result, String code, String detail) {

    static CheckResult passed(String code, String detail) {
        return new CheckResult("passed", code, detail);
    }

    static CheckResult failed(String detail) {
        return new CheckResult("failed", "key_invalid", detail);
    }

    static CheckResult unreachable(String code, String detail) {
        return new CheckResult("unreachable", code, detail);
    }
}
