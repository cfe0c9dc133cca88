package io.vimax.worker.provider.local.frame.place;

import io.vimax.worker.provider.local.frame.paint.Stage;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** All places the illustrator knows, and the words they are found by. The first match wins, so special comes before general. */
public final class Places {

    /**
     * @param interior whether the sky stays outside
     * @param words matched at the start of a word in English, anywhere in Chinese
     */
    public record Place(
            String name, boolean interior, boolean weather, Consumer<Stage> scenery, Consumer<Stage> fromAbove, List<String> words) {

        boolean named(String text) {
            return words.stream().anyMatch(word -> mentions(text, word));
        }
    }

    private static final Consumer<Stage> SAND_ABOVE = s -> Aerials.plain(s, Material.SAND);
    private static final Consumer<Stage> SNOW_ABOVE = s -> Aerials.plain(s, Material.SNOW);

    private static final List<Place> PLACES = List.of(
            in("lamp room", Halls::lampRoom, "lamp room", "lantern room", "lighthouse", "灯室", "灯塔"),
            in("spaceship", Halls::ship, "spaceship", "space station", "spacecraft", "starship", "cockpit", "bridge of the ship", "capsule", "airlock", "空间站", "太空站", "飞船", "驾驶舱", "宇宙飞船", "舰桥"),
            in("carriage", Halls::carriage, "train", "carriage", "compartment", "car", "bus", "taxi", "subway", "车厢", "列车", "火车", "地铁", "汽车", "公交", "出租车", "车内"),
            in("stage", Halls::stage, "stage", "theatre", "theater", "concert", "auditorium", "circus", "cinema", "舞台", "剧院", "剧场", "音乐厅", "礼堂", "戏台"),
            in("laboratory", Rooms::laboratory, "laborator", "lab", "control room", "server room", "clinic", "operating room", "实验室", "研究所", "控制室", "机房", "手术室"),
            in("library", Rooms::library, "library", "bookshop", "bookstore", "archive", "study", "图书馆", "书店", "书房", "档案", "藏书"),
            in("classroom", Halls::classroom, "classroom", "school", "lecture", "教室", "学校", "课堂"),
            in("kitchen", Rooms::kitchen, "kitchen", "bakery", "厨房", "灶", "面包房"),
            in("bedroom", Rooms::bedroom, "bedroom", "bed room", "nursery", "hotel room", "dormitory", "卧室", "寝室", "宿舍", "床", "客房", "病房"),
            in("cafe", Rooms::cafe, "cafe", "café", "coffee", "restaurant", "diner", "bar", "tavern", "pub", "inn", "tea house", "teahouse", "咖啡", "餐厅", "饭馆", "酒吧", "酒馆", "茶馆", "茶楼", "面馆", "小店"),
            in("corridor", Halls::corridor, "corridor", "hallway", "hospital", "tunnel", "metro station", "elevator", "走廊", "过道", "医院", "隧道", "电梯"),
            in("cellar", Halls::cellar, "cellar", "basement", "dungeon", "prison", "cell", "jail", "crypt", "vault", "地下室", "地窖", "牢", "监狱", "密室"),
            in("workshop", Rooms::workshop, "workshop", "garage", "shed", "barn", "studio", "atelier", "attic", "boathouse", "cabin", "forge", "shop", "store", "warehouse", "factory", "作坊", "车间", "工坊", "仓库", "阁楼", "木屋", "工厂", "铺子", "商店"),
            in("hall", Halls::hall, "hall", "throne", "palace", "court", "church", "cathedral", "temple", "chapel", "castle", "museum", "station", "大殿", "宫殿", "宫", "殿", "法庭", "教堂", "庙", "寺", "大厅", "城堡", "博物馆", "神殿"),
            in("office", Rooms::office, "office", "newsroom", "meeting room", "desk", "bank", "办公室", "会议室", "编辑部", "公司", "写字楼"),
            in("room", Rooms::living, "room", "house", "home", "apartment", "flat", "parlour", "parlor", "cottage", "interior", "客厅", "房间", "屋", "家", "公寓", "室内"),
            out("lighthouse", Coast::lighthouse, Aerials::coast, "lighthouse", "light house", "灯塔"),
            out("space", Country::space, s -> Aerials.plain(s, Material.STONE), "space", "moon surface", "lunar", "mars", "planet", "asteroid", "galaxy", "orbit", "太空", "宇宙", "月球", "火星", "星球", "星际", "银河"),
            out("cave", Wilds::cave, Aerials::heights, "cave", "cavern", "grotto", "mine", "山洞", "洞穴", "洞口", "岩洞", "溶洞", "矿井"),
            out("harbour", Coast::harbour, Aerials::coast, "harbour", "harbor", "port", "pier", "dock", "marina", "wharf", "quay", "fishing village", "港", "码头", "渔村", "渡口"),
            out("deck", Coast::deck, Aerials::coast, "deck", "aboard", "on the ship", "on board", "甲板", "船上"),
            out("beach", Coast::beach, Aerials::coast, "beach", "shore", "coast", "island", "sand bank", "lagoon", "cliff", "海滩", "沙滩", "海岸", "岛", "海边", "悬崖", "岸边"),
            out("sea", Coast::sea, Aerials::coast, "sea", "ocean", "boat", "ship", "sail", "raft", "waves", "海", "船", "大洋", "帆"),
            out("temple", Town::temple, Aerials::heights, "temple", "palace", "pagoda", "shrine", "courtyard", "monastery", "forbidden city", "court", "寺", "庙", "宫", "殿", "塔", "庭院", "道观", "四合院", "皇城"),
            out("ruins", Wilds::ruins, Aerials::heights, "castle", "ruin", "fortress", "tower", "graveyard", "cemetery", "church", "城堡", "遗迹", "废墟", "古堡", "墓", "城墙", "长城"),
            out("rooftop", Town::rooftop, Aerials::city, "rooftop", "roof", "balcony", "terrace", "skyscraper", "屋顶", "天台", "楼顶", "阳台"),
            out("station", Town::station, Aerials::city, "station", "platform", "train", "车站", "站台", "月台", "火车", "列车"),
            out("railway", Country::railway, Aerials::fields, "railway", "railroad", "tracks", "铁路", "铁轨"),
            out("market", Town::market, Aerials::city, "market", "bazaar", "fair", "festival", "night market", "集市", "市场", "夜市", "庙会", "市集", "灯会"),
            out("river", Country::river, Aerials::woods, "river", "bridge", "lake", "stream", "canal", "pond", "waterfall", "河", "桥", "湖", "溪", "江", "池塘", "瀑布", "水乡"),
            out("snow", Wilds::snow, SNOW_ABOVE, "snow", "ice", "glacier", "arctic", "antarctic", "tundra", "polar", "frozen", "雪", "冰", "极地", "北极", "南极"),
            out("desert", Wilds::desert, SAND_ABOVE, "desert", "dune", "sahara", "oasis", "wasteland", "canyon", "沙漠", "沙丘", "大漠", "荒漠", "戈壁", "荒原", "峡谷"),
            out("village", Town::village, Aerials::fields, "village", "hamlet", "town square", "small town", "cottage", "house", "home", "村", "小镇", "镇", "乡", "农家", "小屋", "院子", "家门"),
            out("mountain", Wilds::mountain, Aerials::heights, "mountain", "peak", "summit", "hill", "valley", "ridge", "alps", "himalaya", "volcano", "山", "峰", "岭", "谷", "高原", "火山"),
            out("garden", Wilds::garden, Aerials::fields, "garden", "park", "orchard", "greenhouse", "meadow", "backyard", "花园", "公园", "果园", "花海", "草坪", "园"),
            out("forest", Wilds::forest, Aerials::woods, "forest", "wood", "jungle", "trees", "grove", "bamboo", "swamp", "森林", "树林", "林", "丛林", "竹"),
            out("field", Country::field, Aerials::fields, "field", "farm", "wheat", "rice", "barn", "countryside", "prairie", "grassland", "steppe", "plain", "田", "农场", "麦", "稻", "草原", "牧场", "原野"),
            out("road", Country::road, Aerials::fields, "road", "highway", "path", "crossroad", "journey", "trail", "bus stop", "公路", "马路", "路", "小径", "途"),
            out("street", Town::street, Aerials::city, "street", "city", "alley", "town", "avenue", "downtown", "neon", "square", "shop", "cafe", "school", "hospital", "office", "metropolis", "街", "城", "巷", "都市", "广场", "胡同", "弄堂", "霓虹"));

    private Places() {}

    /** The place that the words of the place field name, else those of the description, else one that always fits. */
    public static Place find(String place, String description, boolean interior) {
        String where = place.toLowerCase(Locale.ROOT);
        String what = description.toLowerCase(Locale.ROOT);
        return named(where, interior)
                .or(() -> interior ? Optional.empty() : named(where, true).filter(p -> !named(what, false).isPresent() && !p.name().equals("room")))
                .or(() -> named(what, interior))
                .orElseGet(() -> byName(interior ? "room" : "mountain"));
    }

    private static Optional<Place> named(String text, boolean interior) {
        return PLACES.stream().filter(p -> p.interior() == interior && p.named(text)).findFirst();
    }

    static Place byName(String name) {
        return PLACES.stream().filter(p -> p.name().equals(name)).findFirst().orElseThrow();
    }

    static List<Place> all() {
        return PLACES;
    }

    /** Paints the place, its sky and its weather. */
    public static void paint(Place place, Stage stage, String weather) {
        boolean sky = !place.interior() || place.scenery() != null && shows(place.name());
        if (sky && !place.name().equals("space") && !place.name().equals("spaceship") && !(stage.aerial() && place.interior())) {
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
        return Pattern.compile("(?<![\\p{L}])" + Pattern.quote(word) + (word.length() < 5 ? "(s|es)?(?![\\p{L}])" : "")).matcher(text).find();
    }

    private static Place in(String name, Consumer<Stage> scenery, String... words) {
        return new Place(name, true, false, scenery, Aerials::room, List.of(words));
    }

    private static Place out(String name, Consumer<Stage> scenery, Consumer<Stage> above, String... words) {
        return new Place(name, false, !name.equals("space") && !name.equals("cave"), scenery, above, List.of(words));
    }
}
