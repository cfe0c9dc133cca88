/** One text frame of the server. `data` differs by type; the reducers read it with care. */
export interface Frame {
  cursor?: string;
  topic?: string;
  type: string;
  data: Record<string, unknown>;
}

export function parseFrame(text: unknown): Frame | null {
  if (typeof text !== "string") return null;
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== "object" || value === null) return null;
    const { cursor, topic, type, data } = value as Record<string, unknown>;
    if (typeof type !== "string") return null;
    return {
      type,
      data: typeof data === "object" && data !== null ? (data as Record<string, unknown>) : {},
      ...(typeof cursor === "string" || typeof cursor === "number" ? { cursor: String(cursor) } : {}),
      ...(typeof topic === "string" ? { topic } : {}),
    };
  } catch {
    return null;
  }
}
