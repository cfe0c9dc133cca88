package io.vimax.worker.provider.local;

import io.vimax.worker.captions.CaptionStyle;
import io.vimax.worker.provider.Work;
import java.awt.Color;
import java.awt.Font;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.springframework.stereotype.Component;

/** The title and end cards of a film. */
@Component
class FilmCards {

    Path title(Work.Render film, Path folder) throws IOException, InterruptedException {
        return draw(film, film.title(), folder.resolve("title.png"));
    }

    Path end(Work.Render film, Path folder) throws IOException, InterruptedException {
        return draw(film, "The end", folder.resolve("end.png"));
    }

    CaptionStyle captionStyle() {
        return CaptionStyle.DEFAULT;
    }

    private static Path draw(Work.Render film, String words, Path target) throws IOException {
        var image = new BufferedImage(film.width(), film.height(), BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setColor(Color.WHITE);
        pen.setFont(new Font(Font.SERIF, Font.PLAIN, film.height() / 10));
        pen.drawString(words, film.width() / 10, film.height() / 2);
        pen.dispose();
        ImageIO.write(image, "png", target.toFile());
        return target;
    }
}
