import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { createContext, type ReactNode, useContext, useEffect, useState } from "react";
import type { Schemas } from "@/api/client";
import { keys } from "@/api/queries";
import type { Frame } from "./frame";
import { coalesce, episodeId, withGeneration } from "./reducers";
import { LiveSocket } from "./socket";

/** A document is read again soon after a change, but while numbers only tick at most this often. */
const SOON_MS = 120;
const TICKING_MS = 1_500;

const Context = createContext<LiveSocket | null>(null);

/** One socket for everything below, while somebody is signed in. */
export function LiveProvider({ enabled, children }: { enabled: boolean; children: ReactNode }) {
  const client = useQueryClient();
  const [socket] = useState(() => new LiveSocket(frameSink(client)));
  useEffect(() => {
    if (!enabled) return;
    socket.start();
    return () => socket.stop();
  }, [socket, enabled]);
  return <Context value={socket}>{children}</Context>;
}

/** Watches topics while the component is shown. */
export function useTopics(topics: readonly string[]): void {
  const socket = useContext(Context);
  const list = topics.join(",");
  useEffect(() => {
    if (!socket || list === "") return;
    const stops = list.split(",").map((topic) => socket.watch(topic));
    return () => {
      for (const stop of stops) stop();
    };
  }, [socket, list]);
}

/** Takes frames as they come and puts them into the cache once per painted picture. */
export function frameSink(client: QueryClient): (frame: Frame) => void {
  let waiting: Frame[] = [];
  const refresh = new Refresher(client);

  function flush(): void {
    const frames = coalesce(waiting);
    waiting = [];
    for (const frame of frames) apply(frame);
  }

  function apply(frame: Frame): void {
    if (frame.type === "hello") return;
    if (frame.type === "resync") {
      void client.invalidateQueries();
      return;
    }
    const ticking = frame.type === "generation.progress";
    const id = episodeId(frame);
    if (id !== undefined) {
      if (frame.type.startsWith("generation.")) {
        client.setQueryData<Schemas["EpisodeState"]>(keys.episode(id), (old) => old && withGeneration(old, frame));
      }
      refresh.at(keys.episode(id), ticking ? TICKING_MS : SOON_MS);
    }
    refresh.at(keys.library, TICKING_MS);
  }

  return (frame) => {
    waiting.push(frame);
    if (waiting.length > 1) return;
    // A hidden tab paints nothing: there the title still has to move.
    if (document.hidden) setTimeout(flush, 250);
    else requestAnimationFrame(flush);
  };
}

class Refresher {
  private readonly due = new Map<string, { at: number; timer: ReturnType<typeof setTimeout> }>();

  constructor(private readonly client: QueryClient) {}

  at(key: readonly string[], delay: number): void {
    const name = key.join("/");
    const at = Date.now() + delay;
    const planned = this.due.get(name);
    if (planned) {
      if (planned.at <= at) return;
      clearTimeout(planned.timer);
    }
    const timer = setTimeout(() => {
      this.due.delete(name);
      void this.client.invalidateQueries({ queryKey: key });
    }, delay);
    this.due.set(name, { at, timer });
  }
}
