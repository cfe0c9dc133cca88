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
        STRAW,
        CROWN
    }

    /** Crowns are not for everybody. */
    private static final Hat[] HATS = {Hat.NONE, Hat.CAP, Hat.BRIM, Hat.BEANIE, Hat.HOOD, Hat.STRAW};

    private static final int[] SKINS = {0xf0cdb0, 0xe3b48f, 0xc98f68, 0xa36c49, 0x7d4f36, 0xf5d9c2};
    private static final int[] HAIRS = {0x2a211f, 0x4a3327, 0x7a4f30, 0xa8743d, 0x1d1d24, 0x8e3d2b};

    static Costume of(String name, Look look) {
        return of(Being.of(name), look);
    }

    static Costume of(Being being, Look look) {
        long hash = 1125899906842597L;
        for (char c : being.name().toLowerCase(java.util.Locale.ROOT).toCharArray()) {
            hash = 31 * hash + c;
        }
        Random r = new Random(hash ^ look.seed() * 0x9E3779B97F4A7C15L);
        r.nextInt();
        Kind kind = being.nature() == Being.Nature.ROBOT
                ? Kind.ROBOT
                : switch (being.age()) {
                    case CHILD -> Kind.CHILD;
                    case OLD -> Kind.ELDER;
                    case TEENAGE, GROWN -> Kind.ADULT;
                };
        boolean female = being.sex() == Being.Sex.FEMALE;
        boolean male = being.sex() == Being.Sex.MALE;
        int[] cloths = {
            look.family().accent(), look.family().second(), 0xd7a63a, 0x3f5f86, 0x7e3b4a, 0x4f7355, 0xcfc3ad, 0x6d5580
        };
        int first = r.nextInt(cloths.length);
        int cloth = cloths[first];
        int under = Colour.mix(cloths[(first + 3 + r.nextInt(3)) % cloths.length], 0x33333b, 0.35);
        Coat coat = Coat.values()[r.nextInt(Coat.values().length)];
        Hair hair = Hair.values()[r.nextInt(Hair.values().length - 1)];
        Hat hat = HATS[Math.max(0, r.nextInt(HATS.length + 3) - 3)];
        if (male) {
            coat = coat == Coat.DRESS ? Coat.JACKET : coat;
            hair = kind == Kind.ELDER && r.nextBoolean() ? Hair.BALD : Hair.SHORT;
            boolean young = kind == Kind.CHILD || being.age() == Being.Age.TEENAGE;
            coat = young && coat != Coat.LONG ? Coat.JACKET : coat;
        }
        if (female) {
            // Seen from afar, hair and skirt are all that tells.
            hair = switch (hair) {
                case SHORT, BALD, CURLS -> kind == Kind.ELDER ? Hair.BUN : r.nextBoolean() ? Hair.LONG : Hair.TAIL;
                default -> hair;
            };
            coat = coat == Coat.JACKET || coat == Coat.ROBE || kind != Kind.ADULT ? Coat.DRESS : coat;
            hat = hat == Hat.CAP || hat == Hat.HOOD ? Hat.NONE : hat;
        }
        if (being.crowned()) {
            hat = Hat.CROWN;
            coat = coat == Coat.JACKET ? Coat.CLOAK : coat;
        }
        int hairColour = kind == Kind.ELDER ? 0xd9d6d0 : HAIRS[r.nextInt(HAIRS.length)];
        int skin = SKINS[r.nextInt(SKINS.length)];
        // Hair of the colour of the skin would be read as a beard.
        if (kind != Kind.ELDER
                && brightness(hairColour) > 60
                && Math.abs(brightness(hairColour) - brightness(skin)) < 40) {
            hairColour = HAIRS[0];
        }
        boolean beard = !female
                && being.age() != Being.Age.TEENAGE
                && (kind == Kind.ELDER
                        ? r.nextInt(4) > 0 || male
                        : kind == Kind.ADULT && hair == Hair.SHORT && r.nextInt(4) == 0);
        double height = switch (kind) {
            case CHILD -> 0.66 + 0.06 * r.nextDouble();
            case ELDER -> 0.93;
            case ROBOT -> 0.96;
            case ADULT -> (being.age() == Being.Age.TEENAGE ? 0.8 : 0.95) + (female ? 0.06 : 0.11) * r.nextDouble();
        };
        return new Costume(
                kind,
                coat,
                hair,
                hat,
                cloth,
                under,
                cloths[(first + 5) % cloths.length],
                skin,
                hairColour,
                height,
                0.9 + 0.3 * r.nextDouble(),
                r.nextInt(3) == 0,
                beard);
    }

    /** 0 to 255. */
    private static int brightness(int rgb) {
        return ((rgb >> 16 & 255) * 3 + (rgb >> 8 & 255) * 6 + (rgb & 255)) / 10;
    }
}
