/** What the server takes, in bytes. */
export const PICTURE_BYTES_MAX = 10 * 1024 * 1024;

export type PictureFile =
  | { ok: true; type: "image/png" | "image/jpeg" | "image/webp" }
  | { ok: false; reason: "type" | "large" | "unreadable" };

/** Told by its content: names and what the browser makes of them are claims. */
export async function checkPicture(file: File): Promise<PictureFile> {
  let head: Uint8Array;
  try {
    head = new Uint8Array(await file.slice(0, 12).arrayBuffer());
  } catch {
    return { ok: false, reason: "unreadable" };
  }
  const type = typeOf(head);
  if (!type) return { ok: false, reason: "type" };
  return file.size > PICTURE_BYTES_MAX ? { ok: false, reason: "large" } : { ok: true, type };
}

function typeOf(head: Uint8Array): (PictureFile & { ok: true })["type"] | null {
  const text = String.fromCharCode(...head);
  if (text.startsWith("\x89PNG\r\n\x1a\n")) return "image/png";
  if (text.startsWith("\xff\xd8\xff")) return "image/jpeg";
  return text.startsWith("RIFF") && text.startsWith("WEBP", 8) ? "image/webp" : null;
}
