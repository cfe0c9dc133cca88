package io.vimax.worker.provider.local.frame.place;

/** Local colours of things under white light, 0xRRGGBB. */
final class Material {
    static final int GRASS = 0x86a05c;
    static final int LEAF = 0x6d9050;
    static final int PINE = 0x3c6150;
    static final int WHEAT = 0xdcb662;
    static final int ROCK = 0x77767f;
    static final int CLIFF = 0x8d8078;
    static final int SAND = 0xdfc592;
    static final int SNOW = 0xf4f7fb;
    static final int EARTH = 0x8e6c4e;
    static final int WATER = 0x4d8297;
    static final int PLASTER = 0xeee5d6;
    static final int STONE = 0xaea291;
    static final int BRICK = 0xa65b45;
    static final int WOOD = 0x8d6544;
    static final int DARK_WOOD = 0x55392a;
    static final int ROOF = 0x934a38;
    static final int SLATE = 0x56616f;
    static final int METAL = 0x707c86;
    static final int ASPHALT = 0x565961;
    static final int CLOTH = 0xb9a58c;
    static final int PAPER = 0xf3ead6;

    private Material() {}
}
