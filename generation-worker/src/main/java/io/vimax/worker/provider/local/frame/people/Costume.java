package io.vimax.worker.provider.local.frame.people;

import io.vimax.worker.provider.local.frame.paint.Colour;
import io.vimax.worker.provider.local.frame.paint.Look;
import java.util.Random;

/** How one character always looks. Colours are materials under white light; height is relative to a grown person. */
record Costume(
        Kind kind,
        Coat coat,
        Hair hair,
        Hat hat,
        int cloth,
        int under,
        int trim,
        int skin,
        int hairColour,
        double height,
        double build,
        boolean scarf,
        boolean beard) {

    enum Kind {
        ADULT,
        CHILD,
        ELDER,
        ROBOT
    }

    enum Coat {
        LONG,
        JACKET,
        DRESS,
        CLOAK,
        ROBE
    }

    enum Hair {
        SHORT,
        BOB,
        LONG,
        BUN,
        TAIL,
        CURLS,
        BALD
    }

    enum Hat {
        NONE,
        CAP,
        BRIM,
        BEANIE,
        HOOD,
        STRAW
    }

    private static final int[] SKINS = {0xf0cdb0, 0xe3b48f, 0xc98f68, 0xa36c49, 0x7d4f36, 0xf5d9c2};
    private static final int[] HAIRS = {0x2a211f, 0x4a3327, 0x7a4f30, 0xa8743d, 0x1d1d24, 0x8e3d2b};

    static Costume of(String name, Look look) {
        long hash = 1125899906842597L;
        for (char c : name.trim().toLowerCase(java.util.Locale.ROOT).toCharArray()) {
            hash = 31 * hash + c;
        }
        Random r = new Random(hash ^ look.seed() * 0x9E3779B97F4A7C15L);
        r.nextInt();
        Words words = new Words(name);
        Kind kind = words.any("robot", "android", "droid", "机器人", "机械")
                ? Kind.ROBOT
                : words.any(
                                "boy",
                                "girl",
                                "child",
                                "kid",
                                "son",
                                "daughter",
                                "little",
                                "baby",
                                "男孩",
                                "女孩",
                                "孩",
                                "小朋友",
                                "儿子",
                                "女儿",
                                "童")
                        ? Kind.CHILD
                        : words.any(
                                        "old", "grand", "elder", "keeper", "captain", "master", "爷爷", "奶奶", "老", "师父",
                                        "船长", "祖")
                                ? Kind.ELDER
                                : Kind.ADULT;
        boolean female = words.any(
                "girl",
                "woman",
                "mother",
                "queen",
                "princess",
                "lady",
                "grandmother",
                "daughter",
                "sister",
                "aunt",
                "女",
                "妈",
                "母",
                "奶奶",
                "姐",
                "妹",
                "婆",
                "娘",
                "公主",
                "她");
        boolean male = words.any(
                "boy",
                "man",
                "father",
                "king",
                "prince",
                "grandfather",
                "son",
                "brother",
                "captain",
                "uncle",
                "男",
                "爸",
                "父",
                "爷爷",
                "哥",
                "弟",
                "公公",
                "王子",
                "儿子",
                "伯",
                "叔");
        int[] cloths = {
            look.family().accent(), look.family().second(), 0xd7a63a, 0x3f5f86, 0x7e3b4a, 0x4f7355, 0xcfc3ad, 0x6d5580
        };
        int first = r.nextInt(cloths.length);
        int cloth = cloths[first];
        int under = Colour.mix(cloths[(first + 3 + r.nextInt(3)) % cloths.length], 0x33333b, 0.35);
        Coat coat = Coat.values()[r.nextInt(Coat.values().length)];
        Hair hair = Hair.values()[r.nextInt(Hair.values().length - 1)];
        Hat hat = Hat.values()[Math.max(0, r.nextInt(Hat.values().length + 3) - 3)];
        if (male) {
            coat = coat == Coat.DRESS ? Coat.JACKET : coat;
            hair = kind == Kind.ELDER && r.nextBoolean() ? Hair.BALD : r.nextInt(4) == 0 ? Hair.CURLS : Hair.SHORT;
        }
        if (female && (hair == Hair.SHORT || hair == Hair.BALD)) {
            hair = r.nextBoolean() ? Hair.LONG : Hair.BUN;
        }
        int hairColour = kind == Kind.ELDER ? 0xd9d6d0 : HAIRS[r.nextInt(HAIRS.length)];
        boolean beard = !female
                && (kind == Kind.ELDER
                        ? r.nextInt(4) > 0 || male
                        : kind == Kind.ADULT && hair == Hair.SHORT && r.nextInt(4) == 0);
        double height = switch (kind) {
            case CHILD -> 0.66 + 0.06 * r.nextDouble();
            case ELDER -> 0.93;
            case ROBOT -> 0.96;
            case ADULT -> 0.95 + 0.11 * r.nextDouble();
        };
        return new Costume(
                kind,
                coat,
                hair,
                hat,
                cloth,
                under,
                cloths[(first + 5) % cloths.length],
                SKINS[r.nextInt(SKINS.length)],
                hairColour,
                height,
                0.9 + 0.3 * r.nextDouble(),
                r.nextInt(3) == 0,
                beard);
    }
}
