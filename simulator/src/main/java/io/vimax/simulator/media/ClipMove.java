package io.vimax.simulator.media;

/** How a clip moves over its picture; each prompt has a move of its own. */
enum ClipMove {
    PUSH_IN("1+0.16*on/%1$d", "(iw-iw/zoom)/2", "(ih-ih/zoom)/2"),
    PAN_RIGHT("1.14", "(iw-iw/zoom)*on/%1$d", "(ih-ih/zoom)/2"),
    PULL_OUT("1.17-0.16*on/%1$d", "(iw-iw/zoom)/2", "(ih-ih/zoom)/2"),
    PAN_LEFT("1.14", "(iw-iw/zoom)*(1-on/%1$d)", "(ih-ih/zoom)/2"),
    RISE("1.14+0.04*on/%1$d", "(iw-iw/zoom)/2", "(ih-ih/zoom)*(1-on/%1$d)");

    private final String expressions;

    /** Expressions of FFmpeg's zoompan; the argument is the number of frames. */
    ClipMove(String zoom, String x, String y) {
        this.expressions = "z='" + zoom + "':x='" + x + "':y='" + y + "'";
    }

    static ClipMove of(String prompt) {
        return values()[Math.floorMod(prompt.hashCode(), values().length)];
    }

    String expressions(int frames) {
        return expressions.formatted(frames);
    }
}
