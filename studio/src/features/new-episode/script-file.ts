import { type BriefValues, SCRIPT_MAX } from "./brief-form";

export type ScriptFile =
  | { ok: true; text: string; format: BriefValues["scriptFormat"] }
  | { ok: false; reason: "type" | "binary" | "long" | "empty" | "unreadable" };

const FORMATS: Record<string, BriefValues["scriptFormat"]> = {
  txt: "auto",
  text: "auto",
  md: "markdown",
  markdown: "markdown",
  fountain: "fountain",
  spmd: "fountain",
};

/** No text of SCRIPT_MAX characters has more bytes in any encoding that we read. */
const BYTES_MAX = SCRIPT_MAX * 4;

export async function readScriptFile(file: File): Promise<ScriptFile> {
  const extension = /\.([^.]+)$/.exec(file.name)?.[1]?.toLowerCase() ?? "";
  const format = FORMATS[extension];
  if (!format) return { ok: false, reason: "type" };
  if (file.size > BYTES_MAX) return { ok: false, reason: "long" };
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch {
    return { ok: false, reason: "unreadable" };
  }
  return checkScriptBytes(bytes, format);
}

export function checkScriptBytes(bytes: Uint8Array, format: BriefValues["scriptFormat"]): ScriptFile {
  const decoded = decode(bytes);
  if (decoded === null) return { ok: false, reason: "binary" };
  const text = decoded.replace(/\r\n?/g, "\n");
  if (text.trim() === "") return { ok: false, reason: "empty" };
  if (text.length > SCRIPT_MAX) return { ok: false, reason: "long" };
  return { ok: true, text, format };
}

/** UTF-8, UTF-16 with its mark, or GB18030 as older Chinese editors write it. Null when it is no text. */
function decode(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return textOf(bytes, "utf-16le");
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return textOf(bytes, "utf-16be");
  return textOf(bytes, "utf-8") ?? chinese(bytes);
}

function chinese(bytes: Uint8Array): string | null {
  const text = textOf(bytes, "gb18030");
  // Nearly every byte string is "valid" GB18030: only one that is mostly common Chinese is believed.
  const common = text?.match(/[\u4e00-\u9fa5\u3000-\u303f\uff00-\uffef\s\w]/g)?.length ?? 0;
  return text && /[\u4e00-\u9fa5]/.test(text) && common / text.length > 0.9 ? text : null;
}

function textOf(bytes: Uint8Array, encoding: string): string | null {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what tells a binary file
    return /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/.test(text) ? null : text;
  } catch {
    return null;
  }
}
