package io.vimax.worker.provider.local.frame.paint;

import java.util.List;
import java.util.Random;

/**
 * The look of an episode: one family of colours and one treatment of paper and brush, chosen by the episode's look seed
 * and kept in all its shots.
 */
public record Look(Family family, Treatment treatment, long seed) {

    /**
     * A limited palette.
     *
     * @param shadow what black becomes
     * @param middle what grey becomes
     * @param light what white becomes
     * @param accent the one strong colour, for lamps, sails, scarves
     * @param second the quiet counter colour
     */
    public record Family(String name, int shadow, int middle, int light, int accent, int second) {

        /** Pulls a colour towards the family by its brightness, as a colourist's grade does. */
        int grade(int rgb, double amount) {
            double l = Colour.luma(rgb);
            int ramp = l < 0.5 ? Colour.mix(shadow, middle, l * 2) : Colour.mix(middle, light, l * 2 - 1);
            return Colour.mix(rgb, ramp, amount);
        }
    }

    /** How the paint lies on the paper. */
    public enum Treatment {
        /** Broad horizontal brush marks, soft sky. */
        GOUACHE,
        /** Layers of paper: clean flats, each with a thin shadow on what lies behind it. */
        CUT_PAPER,
        /** Stippled grain that grows in the shadows, sky in bands. */
        PRINT,
        /** Washes that thin towards the foot of each form, with visible blooms. */
        WASH
    }

    private static final List<Family> FAMILIES = List.of(
            new Family("tide", 0x0c1a2a, 0x40707f, 0xf4e5c8, 0xe8743b, 0x86b3a6),
            new Family("ember", 0x1c1322, 0x84505a, 0xfaddb6, 0xea5530, 0x5f9484),
            new Family("moss", 0x0e1f1d, 0x5c7a58, 0xf2e8c6, 0xe0952f, 0x4d8391),
            new Family("plum", 0x17122c, 0x6a5890, 0xf7dcd0, 0xf5a355, 0x6cae9f),
            new Family("indigo", 0x0d1430, 0x46649a, 0xf8e8b8, 0xf6b53f, 0xca5c40),
            new Family("rose", 0x151a24, 0x6b7482, 0xf3dfd4, 0xd64a5d, 0x88afb2));

    public static Look of(long lookSeed) {
        Random random = new Random(lookSeed * 0x9E3779B97F4A7C15L + 17);
        random.nextInt();
        Family family = FAMILIES.get(random.nextInt(FAMILIES.size()));
        Treatment[] treatments = Treatment.values();
        return new Look(family, treatments[random.nextInt(treatments.length)], lookSeed);
    }

    /** The look that a style word asks for by name, else the one of the seed. */
    public static Look of(long lookSeed, String style) {
        Look look = of(lookSeed);
        String words = style.toLowerCase(java.util.Locale.ROOT);
        for (Treatment treatment : Treatment.values()) {
            if (words.contains(
                    treatment.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '))) {
                return new Look(look.family, treatment, lookSeed);
            }
        }
        return look;
    }
}
