import { describe, expect, it } from "vitest";
import { readingMs } from "./reading-time";
import { checkScriptBytes, readScriptFile } from "./script-file";

const utf8 = (text: string) => new TextEncoder().encode(text);

describe("a script file", () => {
  it("is read with its format", async () => {
    expect(await readScriptFile(new File(["INT. ROOM\r\nHi."], "a.fountain"))).toEqual({
      ok: true,
      text: "INT. ROOM\nHi.",
      format: "fountain",
    });
  });
  it.each([
    [new File(["x"], "a.docx"), "type"],
    [new File(["x"], "noextension"), "type"],
    [new File([""], "a.txt"), "empty"],
    [new File(["x".repeat(100_001)], "a.md"), "long"],
    [new File([new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1, 2])], "picture.txt"), "binary"],
  ])("is refused for a reason: %o %s", async (file, reason) => {
    expect(await readScriptFile(file)).toEqual({ ok: false, reason });
  });
  it("may be UTF-16 or GB18030", () => {
    const utf16 = new Uint8Array([0xff, 0xfe, 0x48, 0, 0x69, 0]);
    expect(checkScriptBytes(utf16, "auto")).toMatchObject({ ok: true, text: "Hi" });
    const gb = new Uint8Array([0xca, 0xd8, 0xcb, 0xfe, 0xc8, 0xcb]);
    expect(checkScriptBytes(gb, "auto")).toMatchObject({ ok: true, text: "守塔人" });
  });
  it("is not believed to be Chinese when it is noise", () => {
    const noise = Uint8Array.from({ length: 600 }, (_, index) => 128 + ((index * 7919) % 127));
    expect(checkScriptBytes(noise, "auto")).toEqual({ ok: false, reason: "binary" });
    expect(checkScriptBytes(utf8("ok\u0000no"), "auto")).toEqual({ ok: false, reason: "binary" });
  });
});

describe("reading time", () => {
  it("counts words, and Chinese by characters", () => {
    expect(readingMs("one two three four five six seven eight nine ten eleven twelve thirteen")).toBe(5000);
    expect(readingMs("海".repeat(42))).toBe(10_000);
  });
  it("does not read scene headings aloud", () => expect(readingMs("EXT. LIGHTHOUSE - NIGHT\n# Act one\n")).toBe(0));
});
