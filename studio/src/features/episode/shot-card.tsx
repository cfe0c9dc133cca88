import { Pause, Play } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { assetUrl, type Schemas } from "@/api/client";
import { wholePercent } from "@/lib/figures";
import { timecode } from "@/lib/time";
import { Frame, TimeBadge } from "@/ui/frame";
import { ProgressLine } from "@/ui/progress";
import { StatusChip } from "@/ui/status-chip";
import { shotView } from "./episode-view";
import { WorkNote } from "./work-note";

type Shot = Schemas["Shot"];

/** One shot: its keyframe as soon as there is one, its clip under the pointer, and how far its work is. */
export function ShotCard({
  shot,
  ratio,
  generations,
}: {
  shot: Shot;
  ratio: string;
  generations: readonly Schemas["Generation"][];
}) {
  const { t } = useTranslation();
  const view = shotView(shot, generations);
  const { generation } = view;
  const running = view.status === "running" && generation !== null && generation.progress !== null;
  const estimated = running && generation.progress_kind === "estimated";
  const percent = running ? wholePercent((generation.progress ?? 0) * 100) : 0;
  const figure = t(estimated ? "common.about_percent" : "common.percent", { value: percent });
  return (
    <li className="overflow-hidden rounded-card border border-line bg-bg-1">
      <Frame
        ratio={ratio}
        picture={view.keyframe ? assetUrl(view.keyframe) : null}
        alt={t("episode.shot_keyframe", { number: shot.global_number, description: shot.description })}
      >
        {view.clip && <ClipPreview src={assetUrl(view.clip)} number={shot.global_number} />}
        <TimeBadge>{timecode(shot.duration_ms)}</TimeBadge>
        {running && (
          <ProgressLine
            className="absolute inset-x-0 bottom-0 h-0.5"
            value={generation.progress ?? 0}
            estimated={estimated}
            label={t("episode.shot_progress", { number: shot.global_number })}
            words={figure}
          />
        )}
      </Frame>
      <div className="flex flex-col gap-1 px-2.5 py-2">
        <div className="flex flex-wrap items-center justify-between gap-x-2 gap-y-1 sm:flex-nowrap">
          <h3 className="min-w-0 flex-1 basis-28 truncate font-semibold text-ui sm:basis-0" title={shot.description}>
            <span className="font-mono font-medium text-ink-2">{shot.global_number}</span> · {shot.description}
          </h3>
          <StatusChip status={view.status}>{running ? figure : undefined}</StatusChip>
        </div>
        <WorkNote generation={generation} status={view.status} />
      </div>
    </li>
  );
}

/** The clip over its keyframe: plays under the pointer, or when pressed. */
function ClipPreview({ src, number }: { src: string; number: number }) {
  const { t } = useTranslation();
  const video = useRef<HTMLVideoElement>(null);
  const [wanted, setWanted] = useState(false);
  const [visible, setVisible] = useState(false);

  useEffect(() => {
    const element = video.current;
    if (!element) return;
    if (wanted) {
      element.play().catch(() => setWanted(false));
    } else {
      element.pause();
      element.currentTime = 0;
      setVisible(false);
    }
  }, [wanted]);

  const hover = (on: boolean) => {
    if (!matchMedia("(prefers-reduced-motion: reduce)").matches) setWanted(on);
  };
  return (
    <button
      type="button"
      aria-label={t(wanted ? "episode.shot_pause" : "episode.shot_play", { number })}
      aria-pressed={wanted}
      className="group absolute inset-0 size-full focus-visible:outline-offset-[-2px]"
      onPointerEnter={(event) => event.pointerType === "mouse" && hover(true)}
      onPointerLeave={(event) => event.pointerType === "mouse" && hover(false)}
      onFocus={(event) => event.currentTarget.matches(":focus-visible") && hover(true)}
      onBlur={() => setWanted(false)}
      onClick={(event) => {
        // A mouse started it by coming here already; keyboard and touch switch.
        if (!(event.nativeEvent instanceof PointerEvent && event.nativeEvent.pointerType === "mouse" && wanted))
          setWanted(!wanted);
      }}
    >
      <video
        ref={video}
        src={wanted ? src : undefined}
        muted
        loop
        playsInline
        preload="none"
        tabIndex={-1}
        onPlaying={() => setVisible(true)}
        className="absolute inset-0 size-full object-contain transition-opacity duration-240"
        style={{ opacity: visible && wanted ? 1 : 0 }}
      />
      <span className="absolute bottom-1.5 left-1.5 grid size-6 place-items-center rounded-clip bg-[#0d0c0acc] text-[#f2f0ed] opacity-0 transition-opacity duration-120 group-hover:opacity-100 group-focus-visible:opacity-100 [@media(hover:none)]:opacity-100">
        {wanted ? (
          <Pause aria-hidden size={13} fill="currentColor" />
        ) : (
          <Play aria-hidden size={13} fill="currentColor" />
        )}
      </span>
    </button>
  );
}
