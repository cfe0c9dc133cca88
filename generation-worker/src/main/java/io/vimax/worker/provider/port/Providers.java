package io.vimax.worker.provider.port;

import io.vimax.worker.provider.Work;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** All providers that this worker has, by kind and name. */
@Component
public class Providers {

    private final List<Provider<?>> all;

    public Providers(List<Provider<?>> all) {
        this.all = List.copyOf(all);
    }

    /**
     * Hands the work to the port of its kind.
     *
     * @return empty if this worker has no provider of that name for that kind
     */
    public Optional<Engagement<?>> find(String name, Work work) {
        return switch (work) {
            case Work.Chat chat -> engage(name, ChatProvider.class, chat);
            case Work.Image image -> engage(name, ImageProvider.class, image);
            case Work.Video video -> engage(name, VideoProvider.class, video);
            case Work.Speech speech -> engage(name, SpeechProvider.class, speech);
            case Work.Music music -> engage(name, MusicProvider.class, music);
            case Work.Render render -> engage(name, FilmProvider.class, render);
        };
    }

    private <W extends Work> Optional<Engagement<?>> engage(String name, Class<? extends Provider<W>> port, W work) {
        Function<Provider<W>, Engagement<?>> engagement = provider -> new Engagement<>(provider, work);
        return all.stream()
                .filter(provider -> provider.name().equals(name))
                .filter(port::isInstance)
                .<Provider<W>>map(port::cast)
                .findFirst()
                .map(engagement);
    }
}
