package io.vimax.worker.provider.remote;

import io.vimax.worker.provider.Progress;

/** How a job stands by one answer. None of the ends is one after which the work would be sent again by itself. */
public sealed interface View {

    record Waiting(Progress progress) implements View {}

    /** A state that nobody knows: counted as running, for a while. */
    record Unheard(String word) implements View {}

    /** Done, with its result behind a link. */
    record Ready(String link) implements View {}

    /** Done, and the link does not come with it: it may yet come. */
    record ReadyWithoutLink() implements View {}

    /** It failed. One sentence for people. */
    record Broke(String detail) implements View {}

    /** It failed for what was asked for. One sentence for people. */
    record Rejected(String detail) implements View {}
}
