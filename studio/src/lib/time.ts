/** Words for a length of time; the caller has the translations. All input is integer milliseconds. */
export type Span = { unit: "moment" } | { unit: "seconds" | "minutes" | "hours"; count: number };

/** 83_000 -> "01:23"; from one hour on "1:01:23". */
export function timecode(ms: number): string {
  const all = Math.max(0, Math.floor(ms / 1000));
  const two = (value: number) => String(value).padStart(2, "0");
  const minutes = Math.floor(all / 60);
  return minutes < 60
    ? `${two(minutes)}:${two(all % 60)}`
    : `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(all % 60)}`;
}

/** Exact to the second: for lengths that are known. */
export function exactSpan(ms: number): Span {
  const seconds = Math.round(ms / 1000);
  if (seconds < 120) return { unit: "seconds", count: seconds };
  if (seconds < 7200) return { unit: "minutes", count: Math.round(seconds / 60) };
  return { unit: "hours", count: Math.round(seconds / 3600) };
}

/** Coarse on purpose, and rather long than short: for time that is left. A wait that jumps by one second is noise. */
export function waitSpan(ms: number): Span {
  const seconds = ms / 1000;
  if (seconds < 5) return { unit: "moment" };
  if (seconds <= 55) return { unit: "seconds", count: Math.ceil(seconds / 5) * 5 };
  if (seconds <= 75) return { unit: "minutes", count: 1 };
  if (seconds < 3600) return { unit: "minutes", count: Math.ceil(seconds / 60 - 0.25) };
  return { unit: "hours", count: Math.max(1, Math.round(seconds / 3600)) };
}

const STEPS: [Intl.RelativeTimeFormatUnit, number][] = [
  ["day", 86_400_000],
  ["hour", 3_600_000],
  ["minute", 60_000],
];

/** "3 hours ago" in the language of the page; null within the first minute. */
export function ago(iso: string, now: number, language: string): string | null {
  const past = Date.parse(iso) - now;
  const format = new Intl.RelativeTimeFormat(language, { numeric: "auto" });
  for (const [unit, size] of STEPS) {
    if (Math.abs(past) >= size) return format.format(Math.round(past / size), unit);
  }
  return null;
}
