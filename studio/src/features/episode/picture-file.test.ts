import { describe, expect, it } from "vitest";
import { checkPicture, PICTURE_BYTES_MAX } from "./picture-file";

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const JPEG = [0xff, 0xd8, 0xff, 0xe0];
const WEBP = [...Buffer.from("RIFF\x10\0\0\0WEBPVP8 ", "latin1")];

const file = (bytes: number[], name: string, type = "") => new File([new Uint8Array(bytes)], name, { type });

describe("a picture file", () => {
  it.each([
    ["image/png", PNG],
    ["image/jpeg", JPEG],
    ["image/webp", WEBP],
  ])("is known as %s by its content, whatever it is called", async (type, bytes) => {
    expect(await checkPicture(file(bytes, "face.dat"))).toEqual({ ok: true, type });
  });

  it.each([
    ["a text that calls itself a picture", [...Buffer.from("hello, I am text")]],
    ["a GIF", [...Buffer.from("GIF89a\x01\0\x01\0\0\0")]],
    ["an empty file", []],
  ])("%s is refused", async (_, bytes) => {
    expect(await checkPicture(file(bytes, "face.png", "image/png"))).toEqual({ ok: false, reason: "type" });
  });

  it("may have 10 MB and not a byte more", async () => {
    const sized = (bytes: number) => {
      const content = new Uint8Array(bytes);
      content.set(PNG);
      return new File([content], "face.png");
    };
    expect(await checkPicture(sized(PICTURE_BYTES_MAX))).toEqual({ ok: true, type: "image/png" });
    expect(await checkPicture(sized(PICTURE_BYTES_MAX + 1))).toEqual({ ok: false, reason: "large" });
  });

  it("that is gone by now is told apart", async () => {
    const gone = file(PNG, "face.png");
    gone.slice = () => {
      throw new DOMException("gone", "NotFoundError");
    };
    expect(await checkPicture(gone)).toEqual({ ok: false, reason: "unreadable" });
  });
});
