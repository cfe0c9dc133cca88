package io.vimax.worker.provider.local.frame.land;

/** Local colours of things under white light, 0xRRGGBB. */
public final class Material {
    public static final int GRASS = 0x86a05c;
    public static final int LEAF = 0x6d9050;
    public static final int PINE = 0x3c6150;
    public static final int WHEAT = 0xdcb662;
    public static final int ROCK = 0x77767f;
    public static final int CLIFF = 0x8d8078;
    public static final int SAND = 0xdfc592;
    public static final int SNOW = 0xf4f7fb;
    public static final int EARTH = 0x8e6c4e;
    public static final int WATER = 0x4d8297;
    public static final int PLASTER = 0xeee5d6;
    public static final int STONE = 0xaea291;
    public static final int BRICK = 0xa65b45;
    public static final int WOOD = 0x8d6544;
    public static final int DARK_WOOD = 0x55392a;
    public static final int ROOF = 0x934a38;
    public static final int SLATE = 0x56616f;
    public static final int METAL = 0x707c86;
    public static final int ASPHALT = 0x565961;
    public static final int CLOTH = 0xb9a58c;
    public static final int PAPER = 0xf3ead6;

    private Material() {}
}
