import { useEffect } from "react";
import { wholePercent } from "./figures";

/** "(62%) The Lighthouse Keeper – Studio": the tab tells how far it is while the person works elsewhere. */
export function documentTitle(parts: string[], percent: number | null): string {
  const name = [parts.filter(Boolean).join(" · "), "Studio"].filter(Boolean).join(" – ");
  return percent === null ? name : `(${wholePercent(percent)}%) ${name}`;
}

export function useTitle(parts: string[], percent: number | null = null): void {
  const title = documentTitle(parts, percent);
  useEffect(() => {
    document.title = title;
  }, [title]);
}
