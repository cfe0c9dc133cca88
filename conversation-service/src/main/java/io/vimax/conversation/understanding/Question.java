package io.vimax.conversation.understanding;

/** What the assistant may ask. */
public enum Question {
    /** What the film is about. */
    STORY,
    /** How long it is, after a word such as "short". Asked once; without an answer a length is assumed. */
    LENGTH,
    /** Whether the film may be as long as its script takes to be read. */
    LONGER
}
