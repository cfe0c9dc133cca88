package io.vimax.worker.provider.local.frame.place;

import io.vimax.worker.provider.local.frame.land.Material;
import io.vimax.worker.provider.local.frame.land.Sky;
import io.vimax.worker.provider.local.frame.land.Weather;
import io.vimax.worker.provider.local.frame.paint.Stage;
import io.vimax.worker.provider.local.frame.room.Cabins;
import io.vimax.worker.provider.local.frame.room.Halls;
import io.vimax.worker.provider.local.frame.room.Overhead;
import io.vimax.worker.provider.local.frame.room.Rooms;
import io.vimax.worker.provider.local.frame.room.Workrooms;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** All places the illustrator knows, and the words they are found by. The first match wins, so special comes before general. */
public final class Places {

    /**
     * A kind of place.
     *
     * @param interior whether the sky stays outside
     * @param words matched at the start of a word in English, anywhere in Chinese
     */
    public record Place(
            String name,
            boolean interior,
            boolean weather,
            Consumer<Stage> scenery,
            Consumer<Stage> fromAbove,
            List<String> words) {

        boolean named(String text) {
            return words.stream().anyMatch(word -> mentions(text, word));
        }
    }

    private static final List<Place> PLACES = List.of(
            in("lamp room", Cabins::lampRoom),
            in("spaceship", Cabins::ship),
            in("carriage", Cabins::carriage),
            in("stage", Halls::stage),
            in("laboratory", Workrooms::laboratory),
            in("library", Rooms::library),
            in("classroom", Halls::classroom),
            in("kitchen", Rooms::kitchen),
            in("bedroom", Rooms::bedroom),
            in("cafe", Rooms::cafe),
            in("corridor", Halls::corridor),
            in("cellar", Halls::cellar),
            in("workshop", Workrooms::workshop),
            in("hall", Halls::hall),
            in("office", Workrooms::office),
            in("room", Rooms::living),
            out("lighthouse", Coast::lighthouse, Aerials::coast),
            out("space", Country::space, s -> Aerials.plain(s, Material.STONE)),
            out("cave", Barrens::cave, Aerials::heights),
            out("harbour", Coast::harbour, Aerials::coast),
            out("deck", Sea::deck, Aerials::coast),
            out("beach", Coast::beach, Aerials::coast),
            out("sea", Sea::sea, Aerials::coast),
            out("temple", Town::temple, Aerials::heights),
            out("ruins", Wilds::ruins, Aerials::heights),
            out("rooftop", Town::rooftop, Aerials::city),
            out("station", Rails::station, Aerials::city),
            out("railway", Rails::railway, Aerials::fields),
            out("market", Market::market, Aerials::city),
            out("river", Country::river, Aerials::woods),
            out("snow", Barrens::snow, s -> Aerials.plain(s, Material.SNOW)),
            out("desert", Barrens::desert, s -> Aerials.plain(s, Material.SAND)),
            out("village", Town::village, Aerials::fields),
            out("mountain", Wilds::mountain, Aerials::heights),
            out("garden", Wilds::garden, Aerials::fields),
            out("forest", Wilds::forest, Aerials::woods),
            out("field", Country::field, Aerials::fields),
            out("road", Country::road, Aerials::fields),
            out("street", Town::street, Aerials::city));

    private Places() {}

    /** The place that the words of the place field name, else those of the description, else one that always fits. */
    public static Place find(String place, String description, boolean interior) {
        String where = place.toLowerCase(Locale.ROOT);
        String what = description.toLowerCase(Locale.ROOT);
        return named(where, interior)
                .or(() -> interior
                        ? Optional.empty()
                        : named(where, true)
                                .filter(p -> !named(what, false).isPresent()
                                        && !p.name().equals("room")))
                .or(() -> named(what, interior))
                .orElseGet(() -> byName(interior ? "room" : "mountain"));
    }

    private static Optional<Place> named(String text, boolean interior) {
        return PLACES.stream()
                .filter(p -> p.interior() == interior && p.named(text))
                .findFirst();
    }

    static Place byName(String name) {
        return PLACES.stream().filter(p -> p.name().equals(name)).findFirst().orElseThrow();
    }

    static List<Place> all() {
        return PLACES;
    }

    /** Paints the place, its sky and its weather. */
    public static void paint(Place place, Stage stage, String weather) {
        boolean sky = !place.interior() || shows(place.name());
        if (sky
                && !place.name().equals("space")
                && !place.name().equals("spaceship")
                && !(stage.aerial() && place.interior())) {
            if (stage.aerial()) {
                stage.horizon(stage.height() * 0.14);
            }
            Sky.paint(stage, weather);
        }
        (stage.aerial() ? place.fromAbove() : place.scenery()).accept(stage);
        if (place.weather()) {
            Weather.add(stage, weather);
        }
    }

    /** Rooms with so much glass that the sky is painted behind them. */
    private static boolean shows(String name) {
        return name.equals("lamp room") || name.equals("carriage");
    }

    static boolean mentions(String text, String word) {
        if (word.charAt(0) > 127 && word.charAt(0) != 'é') {
            return text.contains(word);
        }
        return Pattern.compile("(?<![\\p{L}])" + Pattern.quote(word) + (word.length() < 5 ? "(s|es)?(?![\\p{L}])" : ""))
                .matcher(text)
                .find();
    }

    private static Place in(String name, Consumer<Stage> scenery) {
        return new Place(name, true, false, scenery, Overhead::paint, PlaceWords.of("in " + name));
    }

    private static Place out(String name, Consumer<Stage> scenery, Consumer<Stage> above) {
        boolean weather = !name.equals("space") && !name.equals("cave");
        return new Place(name, false, weather, scenery, above, PlaceWords.of("out " + name));
    }
}
