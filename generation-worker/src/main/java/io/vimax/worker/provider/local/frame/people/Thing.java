package io.vimax.worker.provider.local.frame.people;

import io.vimax.worker.provider.local.frame.paint.Brush;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A thing or an animal that a description names.
 *
 * @param held carried in a hand (else it stands on the ground)
 * @param size real size as a share of a grown person's height
 * @param glows lit things shine on what is around them; radius in sizes, 0 for none
 */
record Thing(String name, boolean held, double size, double glows, Consumer<Brush> paint, List<String> words) {

    private static final Set<String> ANIMALS = Set.of(
            "dog", "fox", "cat", "bird", "horse", "whale", "bear", "rabbit", "mouse", "hedgehog", "turtle", "dragon");

    private static final List<Thing> THINGS = List.of(
            held("lantern", 0.2, 3, Things::lantern, "lantern", "lamp", "light in her hand", "灯笼", "提灯", "马灯", "灯"),
            held("candle", 0.14, 3, Things::candle, "candle", "flame", "torch", "蜡烛", "烛", "火把", "火柴", "火苗"),
            held(
                    "letter",
                    0.13,
                    0,
                    Things::letter,
                    "letter",
                    "envelope",
                    "note",
                    "postcard",
                    "telegram",
                    "paper",
                    "信",
                    "纸条",
                    "便条",
                    "明信片",
                    "字条",
                    "纸"),
            held(
                    "book",
                    0.17,
                    0,
                    Things::book,
                    "book",
                    "diary",
                    "journal",
                    "notebook",
                    "logbook",
                    "书",
                    "日记",
                    "本子",
                    "笔记",
                    "剧本"),
            held("map", 0.22, 0, Things::map, "map", "chart", "blueprint", "scroll", "地图", "海图", "图纸", "卷轴"),
            held("key", 0.11, 0, Things::key, "key", "钥匙"),
            held("umbrella", 0.85, 0, Things::umbrella, "umbrella", "parasol", "伞"),
            held("cup", 0.1, 0, Things::cup, "cup", "mug", "tea", "coffee", "杯", "茶", "咖啡"),
            held("phone", 0.11, 1.5, Things::phone, "phone", "smartphone", "cellphone", "手机", "电话"),
            held(
                    "watch",
                    0.12,
                    0,
                    Things::watch,
                    "pocket watch",
                    "wristwatch",
                    "clock",
                    "compass",
                    "stopwatch",
                    "怀表",
                    "手表",
                    "时钟",
                    "钟",
                    "指南针",
                    "罗盘",
                    "表"),
            held("flower", 0.2, 0, Things::flower, "flower", "roses", "bouquet", "blossom", "petal", "花"),
            held("photo", 0.13, 0, Things::photo, "photo", "picture frame", "portrait", "照片", "相片", "合影"),
            held(
                    "telescope",
                    0.3,
                    0,
                    Things::telescope,
                    "telescope",
                    "spyglass",
                    "binoculars",
                    "camera",
                    "望远镜",
                    "相机",
                    "摄像"),
            held("bottle", 0.17, 0, Things::bottle, "bottle", "vial", "potion", "flask", "瓶"),
            held(
                    "box",
                    0.2,
                    0,
                    Things::chest,
                    "box",
                    "chest",
                    "suitcase",
                    "package",
                    "parcel",
                    "gift",
                    "盒",
                    "箱",
                    "包裹",
                    "礼物"),
            held(
                    "instrument",
                    0.42,
                    0,
                    Things::violin,
                    "violin",
                    "guitar",
                    "fiddle",
                    "cello",
                    "lute",
                    "小提琴",
                    "吉他",
                    "琴",
                    "琵琶",
                    "二胡"),
            held("kite", 0.4, 0, Things::kite, "kite", "风筝"),
            held("sword", 0.5, 0, Things::sword, "sword", "blade", "dagger", "knife", "剑", "刀"),
            held(
                    "orb",
                    0.14,
                    3,
                    Things::orb,
                    "orb",
                    "crystal",
                    "gem",
                    "stone glow",
                    "pearl",
                    "star in",
                    "seed",
                    "egg",
                    "水晶",
                    "宝石",
                    "珍珠",
                    "石头",
                    "种子",
                    "蛋",
                    "星星"),
            held("crown", 0.16, 0, Things::crown, "crown", "tiara", "王冠", "皇冠"),
            held("bell", 0.16, 0, Things::bell, "bell", "铃", "铜钟"),
            stands("dog", 0.4, Animals::dog, "dog", "puppy", "hound", "wolf", "wolves", "狗", "犬", "狼"),
            stands("fox", 0.34, Animals::fox, "fox", "squirrel", "badger", "raccoon", "狐", "松鼠"),
            stands("cat", 0.26, Animals::cat, "cat", "kitten", "猫"),
            stands("whale", 1.5, Animals::whale, "whale", "dolphin", "shark", "fish", "鲸", "海豚", "鲨", "鱼"),
            stands(
                    "bear",
                    0.9,
                    Animals::bear,
                    "bear",
                    "monster",
                    "giant",
                    "yeti",
                    "beast",
                    "elephant",
                    "panda",
                    "hippo",
                    "lion",
                    "tiger",
                    "walrus",
                    "gorilla",
                    "熊",
                    "怪兽",
                    "怪物",
                    "年兽",
                    "大象",
                    "狮",
                    "虎"),
            stands("rabbit", 0.28, Animals::rabbit, "rabbit", "hare", "bunny", "兔"),
            stands("mouse", 0.22, Animals::mouse, "mouse", "mice", "hamster", "mole", "rat", "otter", "老鼠"),
            stands("hedgehog", 0.22, Animals::hedgehog, "hedgehog", "porcupine", "刺猬"),
            stands("turtle", 0.26, Animals::turtle, "turtle", "tortoise", "snail", "crab", "龟", "蜗牛", "螃蟹"),
            stands("dragon", 1.4, Animals::dragon, "dragon", "dinosaur", "crocodile", "龙"),
            stands(
                    "bird",
                    0.22,
                    Animals::bird,
                    "bird",
                    "crow",
                    "raven",
                    "gull",
                    "seagull",
                    "owl",
                    "pigeon",
                    "dove",
                    "sparrow",
                    "parrot",
                    "penguin",
                    "duck",
                    "goose",
                    "geese",
                    "swan",
                    "hen",
                    "rooster",
                    "heron",
                    "eagle",
                    "hawk",
                    "robin",
                    "企鹅",
                    "鹅",
                    "鸭",
                    "鸡",
                    "麻雀",
                    "鸟",
                    "海鸥",
                    "乌鸦",
                    "鸽",
                    "燕",
                    "猫头鹰"),
            stands(
                    "horse",
                    0.95,
                    Animals::horse,
                    "horse",
                    "pony",
                    "mare",
                    "donkey",
                    "camel",
                    "deer",
                    "cow",
                    "goat",
                    "sheep",
                    "zebra",
                    "giraffe",
                    "牛",
                    "羊",
                    "马",
                    "驴",
                    "骆驼",
                    "鹿"),
            stands("boat", 0.9, LargeThings::boat, "boat", "ship", "raft", "canoe", "船", "舟"),
            stands("bicycle", 0.6, LargeThings::bicycle, "bicycle", "bike", "自行车", "单车"),
            stands("car", 0.8, LargeThings::car, "car", "taxi", "truck", "jeep", "van", "汽车", "出租车", "卡车", "轿车", "跑车"),
            stands("fire", 0.4, 3, LargeThings::fire, "fire", "campfire", "bonfire", "fireplace", "篝火", "火堆", "炉火"),
            stands("door", 1.2, LargeThings::door, "door", "gate", "门"),
            stands("sapling", 0.4, LargeThings::sapling, "sapling", "plant", "sprout", "树苗", "盆栽", "幼苗", "植物"));

    static Optional<Thing> heldIn(String description) {
        return first(description, true);
    }

    static Optional<Thing> standingIn(String description) {
        return first(description, false);
    }

    /** The thing a detail shot is of: the one mentioned first. */
    static Optional<Thing> mainIn(String description) {
        Words words = new Words(description);
        Thing main = null;
        int at = Integer.MAX_VALUE;
        for (Thing thing : THINGS) {
            for (String word : thing.words) {
                int found = words.at(word);
                if (found >= 0 && found < at) {
                    at = found;
                    main = thing;
                }
            }
        }
        return Optional.ofNullable(main);
    }

    static Thing named(String name) {
        return THINGS.stream().filter(t -> t.name.equals(name)).findFirst().orElseThrow();
    }

    /** The animal that somebody is. */
    static Optional<Thing> animalIn(String who) {
        Words words = new Words(who);
        return THINGS.stream()
                .filter(t -> ANIMALS.contains(t.name))
                .filter(t -> t.words.stream().anyMatch(w -> words.at(w) >= 0))
                .findFirst();
    }

    private static Optional<Thing> first(String description, boolean held) {
        Words words = new Words(description);
        Optional<Thing> first = Optional.empty();
        int at = Integer.MAX_VALUE;
        for (Thing thing : THINGS) {
            if (thing.held != held || thing.name.equals("door") || thing.name.equals("boat")) {
                continue;
            }
            for (String word : thing.words) {
                int found = words.at(word);
                if (found >= 0 && found < at) {
                    at = found;
                    first = Optional.of(thing);
                }
            }
        }
        return first;
    }

    private static Thing held(String name, double size, double glows, Consumer<Brush> paint, String... words) {
        return new Thing(name, true, size, glows, paint, List.of(words));
    }

    private static Thing stands(String name, double size, Consumer<Brush> paint, String... words) {
        return new Thing(name, false, size, 0, paint, List.of(words));
    }

    private static Thing stands(String name, double size, double glows, Consumer<Brush> paint, String... words) {
        return new Thing(name, false, size, glows, paint, List.of(words));
    }
}
