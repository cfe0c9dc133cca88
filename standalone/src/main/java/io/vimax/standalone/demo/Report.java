package io.vimax.standalone.demo;

import java.time.Duration;

/** How a person or a program hears about the film. */
interface Report {
    void ordered(String episodeId);

    void progress(FilmProgress film, Duration elapsed);

    void note(String words);

    void finished(Demo.Finished finished);
}
