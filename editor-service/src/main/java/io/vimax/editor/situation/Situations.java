package io.vimax.editor.situation;

import io.vimax.editor.cast.Galleries;
import io.vimax.editor.episode.EpisodeFacts;
import io.vimax.editor.generation.Generations;
import io.vimax.editor.render.Renders;
import io.vimax.editor.script.Scripts;
import io.vimax.editor.take.Takes;
import io.vimax.editor.timeline.Timelines;
import org.springframework.stereotype.Component;

/** Reads situations: ten queries, whatever the size of the episode. */
@Component
public class Situations {

    private final Scripts scripts;
    private final Takes takes;
    private final Timelines timelines;
    private final Generations generations;
    private final Results results;

    Situations(Scripts scripts, Takes takes, Timelines timelines, Generations generations, Results results) {
        this.scripts = scripts;
        this.takes = takes;
        this.timelines = timelines;
        this.generations = generations;
        this.results = results;
    }

    /** What lies beside the shots. */
    @Component
    record Results(Renders renders, Galleries galleries) {}

    public EpisodeSituation of(EpisodeFacts episode) {
        return new EpisodeSituation(
                episode,
                scripts.read(episode.id()),
                takes.ofEpisode(episode.id()),
                timelines.find(episode.id()).orElse(null),
                generations.recentOfEpisode(episode.id()),
                results.renders().findNewest(episode.id()).orElse(null),
                generations.spending(episode.id()),
                results.galleries().ofEpisode(episode.id()));
    }
}
