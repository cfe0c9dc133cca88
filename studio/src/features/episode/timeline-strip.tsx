import clsx from "clsx";
import { type KeyboardEvent, type PointerEvent, type RefObject, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Schemas } from "@/api/client";
import { exactSpan, timecode } from "@/lib/time";
import { useSpan } from "@/lib/use-span";

type Track = Schemas["Track"];

const COLOURS: Record<Track["kind"], string> = {
  video: "bg-[var(--track-video)]",
  voice: "bg-[var(--track-voice)]",
  music: "bg-[var(--track-music)]",
  caption: "bg-[var(--track-caption)]",
};

/** About this many marks on the ruler, at round times. */
const MARKS = 8;
const ROUND_MS = [1_000, 2_000, 5_000, 10_000, 15_000, 30_000, 60_000, 120_000, 300_000];

export function rulerMarks(duration: number): number[] {
  const step = ROUND_MS.find((round) => duration / round <= MARKS) ?? 600_000;
  const all = Array.from({ length: Math.floor(duration / step) + 1 }, (_, index) => index * step);
  // A mark at the very end has no room for its figures.
  return all.filter((ms) => ms === 0 || duration - ms > step / 2);
}

/** The cut at a glance, with the film's playhead. Press or use the arrows to go somewhere. */
export function TimelineStrip({
  timeline,
  player,
}: {
  timeline: Schemas["Timeline"];
  player: RefObject<HTMLVideoElement | null> | null;
}) {
  const { t } = useTranslation();
  const span = useSpan();
  const total = Math.max(1, timeline.duration_ms);
  const share = (ms: number) => `${(ms / total) * 100}%`;
  const shots =
    timeline.tracks.find((track) => track.kind === "video")?.clips.filter((clip) => clip.kind === "shot").length ?? 0;
  return (
    <section
      aria-label={t("episode.timeline_label", { count: shots, time: span(exactSpan(total)) })}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: scrolls sideways on narrow screens, so the keyboard must reach it
      tabIndex={0}
      className="overflow-x-auto border-line border-t bg-bg-1 focus-visible:outline-offset-[-2px]"
    >
      <div className="relative grid min-w-[720px] grid-cols-[88px_minmax(0,1fr)]">
        <div className="h-6 border-line border-b" />
        <div className="h-6 border-line border-b pr-4">
          <div className="relative h-full">
            {rulerMarks(total).map((ms) => (
              <span
                key={ms}
                className="tabular absolute top-0 h-6 border-line border-l pl-1 text-clip text-ink-3 leading-6"
                style={{ left: share(ms) }}
              >
                {timecode(ms)}
              </span>
            ))}
          </div>
        </div>
        {timeline.tracks.map((track) => (
          <TrackRow key={track.kind} track={track} share={share} />
        ))}
        {player && <Playhead player={player} total={total} />}
      </div>
    </section>
  );
}

function TrackRow({ track, share }: { track: Track; share: (ms: number) => string }) {
  const { t } = useTranslation();
  return (
    <>
      <div className="flex h-[52px] items-center border-line border-b pl-4 text-ink-2">
        {t(`episode.track.${track.kind}`)}
      </div>
      <div className="h-[52px] border-line border-b pr-4">
        <div className="relative h-full">
          {track.clips.map((clip) => (
            <div
              key={clip.id}
              title={`${clip.label ?? ""} ${timecode(clip.start_ms)}`.trim()}
              className={clsx(
                "absolute top-1 bottom-1 overflow-hidden rounded-clip px-1.5 py-1 text-clip",
                clip.kind === "title" || clip.kind === "end" ? "bg-bg-3 text-ink-2" : [COLOURS[track.kind], "text-ink"],
              )}
              style={{ left: share(clip.start_ms), width: `calc(${share(clip.duration_ms)} - 2px)` }}
            >
              <span className="block truncate">
                {clip.kind === "title"
                  ? t("episode.clip.title")
                  : clip.kind === "end"
                    ? t("episode.clip.end")
                    : clip.label}
              </span>
            </div>
          ))}
        </div>
      </div>
    </>
  );
}

const KEY_STEPS: Record<string, number> = {
  ArrowLeft: -1,
  ArrowDown: -1,
  ArrowRight: 1,
  ArrowUp: 1,
  PageDown: -10,
  PageUp: 10,
};

/** Moves by itself with the film, without React: 60 times a second. */
function Playhead({ player, total }: { player: RefObject<HTMLVideoElement | null>; total: number }) {
  const { t } = useTranslation();
  const lane = useRef<HTMLDivElement>(null);
  const [second, setSecond] = useState(0);

  useEffect(() => {
    const video = player.current;
    if (!video) return;
    let frame = 0;
    const place = () => {
      const share = Math.min(1, (video.currentTime * 1000) / total);
      lane.current?.style.setProperty("--at", String(share));
      setSecond(Math.floor(video.currentTime));
    };
    const follow = () => {
      place();
      if (!video.paused && !video.ended) frame = requestAnimationFrame(follow);
    };
    const events = ["play", "seeking", "seeked", "timeupdate", "pause", "loadedmetadata"] as const;
    for (const event of events) video.addEventListener(event, event === "play" ? follow : place);
    place();
    return () => {
      cancelAnimationFrame(frame);
      for (const event of events) video.removeEventListener(event, event === "play" ? follow : place);
    };
  }, [player, total]);

  const seek = (ms: number) => {
    if (player.current) player.current.currentTime = Math.min(total, Math.max(0, ms)) / 1000;
  };
  const point = (event: PointerEvent<HTMLDivElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    seek(((event.clientX - box.left) / box.width) * total);
  };
  const press = (event: KeyboardEvent) => {
    const at = second * 1000;
    const step = KEY_STEPS[event.key];
    if (step !== undefined) seek(at + step * 1000);
    else if (event.key === "Home") seek(0);
    else if (event.key === "End") seek(total);
    else return;
    event.preventDefault();
  };
  return (
    <div
      ref={lane}
      role="slider"
      tabIndex={0}
      aria-label={t("episode.playhead")}
      aria-valuemin={0}
      aria-valuemax={Math.floor(total / 1000)}
      aria-valuenow={Math.min(second, Math.floor(total / 1000))}
      aria-valuetext={t("episode.playhead_value", { at: timecode(second * 1000), total: timecode(total) })}
      onKeyDown={press}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        point(event);
      }}
      onPointerMove={(event) => event.currentTarget.hasPointerCapture(event.pointerId) && point(event)}
      className="absolute inset-y-0 right-4 left-[88px] cursor-pointer touch-pan-x focus-visible:outline-offset-[-2px]"
    >
      <div
        className="pointer-events-none absolute inset-0 will-change-transform"
        style={{ transform: "translateX(calc(var(--at, 0) * 100%))" }}
      >
        <div className="absolute inset-y-0 -left-px w-0.5 bg-accent" />
        <div
          className="absolute top-0 -left-[6px] h-2 w-3 bg-accent"
          style={{ clipPath: "polygon(0 0, 100% 0, 50% 100%)" }}
        />
      </div>
    </div>
  );
}
