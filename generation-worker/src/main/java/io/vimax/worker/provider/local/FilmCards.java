package io.vimax.worker.provider.local;

import io.vimax.worker.captions.CaptionStyle;
import io.vimax.worker.provider.Work;
import io.vimax.worker.provider.local.frame.Cards;
import io.vimax.worker.provider.local.frame.Fonts;
import java.io.IOException;
import java.nio.file.Path;
import org.springframework.stereotype.Component;

/** What the illustrator does for a film: its cards, and the letters of its captions. */
@Component
class FilmCards {

    private final Path fonts;

    FilmCards(LocalProperties properties) {
        this.fonts = properties.folder().toAbsolutePath().resolve("fonts");
    }

    Path title(Work.Render film, Path folder) throws IOException {
        Path card = folder.resolve("title.png");
        Cards.title(film.title(), film.logline(), film.language(), film.lookSeed(), film.width(), film.height(), card);
        return card;
    }

    Path end(Work.Render film, Path folder) throws IOException {
        Path card = folder.resolve("end.png");
        Cards.end(film.title(), film.language(), film.lookSeed(), film.width(), film.height(), card);
        return card;
    }

    CaptionStyle captionStyle() throws IOException {
        Fonts.extractTo(fonts);
        return new CaptionStyle(Fonts.CAPTION_FAMILY, fonts);
    }
}
