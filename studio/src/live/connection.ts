import { useSyncExternalStore } from "react";

/** starting: never connected yet. reconnecting: lost a moment ago. offline: lost for longer, pages poll. */
export type Phase = "starting" | "live" | "reconnecting" | "offline";

/** After this long without a socket the pages ask for themselves. */
export const PATIENCE_MS = 5_000;
export const POLL_MS = 5_000;

let phase: Phase = "starting";
let timer: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();

function set(next: Phase): void {
  if (next === phase) return;
  phase = next;
  for (const listener of listeners) listener();
}

export const connection = {
  opened(): void {
    clearTimeout(timer);
    timer = undefined;
    set("live");
  },
  lost(): void {
    if (phase === "live") set("reconnecting");
    timer ??= setTimeout(() => set("offline"), PATIENCE_MS);
  },
  reset(): void {
    clearTimeout(timer);
    timer = undefined;
    set("starting");
  },
  get phase(): Phase {
    return phase;
  },
};

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useConnection(): Phase {
  return useSyncExternalStore(subscribe, () => phase);
}

/** The interval for queries that events keep fresh: none while the socket is up. */
export function usePolling(): number | false {
  return useConnection() === "offline" ? POLL_MS : false;
}
