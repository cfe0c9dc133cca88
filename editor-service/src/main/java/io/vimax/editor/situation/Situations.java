package io.vimax.editor.situation;

import io.vimax.editor.episode.EpisodeFacts;
import io.vimax.editor.generation.Generations;
import io.vimax.editor.render.Renders;
import io.vimax.editor.script.Scripts;
import io.vimax.editor.take.Takes;
import io.vimax.editor.timeline.Timelines;
import org.springframework.stereotype.Component;

/** Reads situations: eight queries, whatever the size of the episode. */
@Component
public class Situations {

    private final Scripts scripts;
    private final Takes takes;
    private final Timelines timelines;
    private final Generations generations;
    private final Renders renders;

    Situations(Scripts scripts, Takes takes, Timelines timelines, Generations generations, Renders renders) {
        this.scripts = scripts;
        this.takes = takes;
        this.timelines = timelines;
        this.generations = generations;
        this.renders = renders;
    }

    public EpisodeSituation of(EpisodeFacts episode) {
        return new EpisodeSituation(
                episode,
                scripts.read(episode.id()),
                takes.ofEpisode(episode.id()),
                timelines.find(episode.id()).orElse(null),
                generations.recentOfEpisode(episode.id()),
                renders.findNewest(episode.id()).orElse(null),
                generations.spending(episode.id()));
    }
}
