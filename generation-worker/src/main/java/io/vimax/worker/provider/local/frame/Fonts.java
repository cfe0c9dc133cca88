package io.vimax.worker.provider.local.frame;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * The bundled fonts (SIL Open Font License, see the README beside them). Family names are as libass, fontconfig and Java
 * know them.
 */
public final class Fonts {
    /** For captions, Latin and Chinese. */
    public static final String CAPTION_FAMILY = "Noto Sans SC Medium";

    /** For Chinese titles. */
    public static final String CHINESE_TITLE_FAMILY = "Noto Serif SC SemiBold";

    /** For Latin titles. */
    public static final String LATIN_TITLE_FAMILY = "Cormorant Garamond SemiBold";

    /** For Latin sub-lines; an italic. */
    public static final String LATIN_TEXT_FAMILY = "Cormorant Garamond Medium";

    private static final String FOLDER = "/io/vimax/worker/provider/local/fonts/";
    private static final String CAPTION = "NotoSansSC-Medium.ttf";
    private static final String CHINESE_TITLE = "NotoSerifSC-SemiBold.ttf";
    private static final String LATIN_TITLE = "CormorantGaramond-SemiBold.ttf";
    private static final String LATIN_TEXT = "CormorantGaramond-MediumItalic.ttf";

    private Fonts() {}

    /** Copies all font files into a folder (made when missing) for programs that read fonts from disk; files that are there stay. */
    public static List<Path> extractTo(Path folder) throws IOException {
        Files.createDirectories(folder);
        return List.of(
                extract(folder, CAPTION),
                extract(folder, CHINESE_TITLE),
                extract(folder, LATIN_TITLE),
                extract(folder, LATIN_TEXT));
    }

    /** Serif for a title in the script that the text needs. */
    static Font title(String text) {
        return fit(text, Latin.TITLE, ChineseTitle.FONT);
    }

    static Font text(String text) {
        return fit(text, Latin.TEXT, Caption.FONT);
    }

    private static Font fit(String text, Font latin, Font chinese) {
        return latin.canDisplayUpTo(text) < 0 ? latin : chinese;
    }

    private static Path extract(Path folder, String name) throws IOException {
        Path file = folder.resolve(name);
        if (Files.exists(file)) {
            return file;
        }
        Path part = Files.createTempFile(folder, name, ".part");
        try (InputStream in = open(name)) {
            Files.copy(in, part, StandardCopyOption.REPLACE_EXISTING);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
        return file;
    }

    private static InputStream open(String name) throws IOException {
        InputStream in = Fonts.class.getResourceAsStream(FOLDER + name);
        if (in == null) {
            throw new FileNotFoundException("bundled font " + name);
        }
        return in;
    }

    private static Font load(String name) {
        try (InputStream in = open(name)) {
            return Font.createFont(Font.TRUETYPE_FONT, in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FontFormatException e) {
            throw new IllegalStateException("bundled font " + name, e);
        }
    }

    /** Loaded when first used: the Chinese fonts take some megabytes. */
    private static final class Latin {
        static final Font TITLE = load(LATIN_TITLE);
        static final Font TEXT = load(LATIN_TEXT);
    }

    private static final class ChineseTitle {
        static final Font FONT = load(CHINESE_TITLE);
    }

    private static final class Caption {
        static final Font FONT = load(CAPTION);
    }
}
