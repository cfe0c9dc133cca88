import { Download } from "lucide-react";
import { type Ref, useState } from "react";
import { useTranslation } from "react-i18next";
import { assetUrl, type Schemas } from "@/api/client";
import { fileName, megabytes } from "@/lib/figures";
import { buttonClass } from "@/ui/button";

/** The finished film on a dark surround, with captions on, and the files to take away. */
export function Film({
  episode,
  render,
  film,
  player,
}: {
  episode: Schemas["EpisodeState"];
  render: Schemas["Render"];
  film: string;
  player: Ref<HTMLVideoElement>;
}) {
  const { t, i18n } = useTranslation();
  const [broken, setBroken] = useState(false);
  const title = episode.title ?? t("common.untitled");
  const name = (extension: string) => fileName(title, extension);
  return (
    <section aria-label={t("episode.film")}>
      <div className="screening">
        {/* biome-ignore lint/a11y/useMediaCaption: the captions track is there whenever the render has one */}
        <video
          ref={player}
          key={film}
          src={assetUrl(film)}
          poster={render.poster_asset_id ? assetUrl(render.poster_asset_id) : undefined}
          controls
          playsInline
          preload="metadata"
          aria-label={t("episode.film_label", { title })}
          onError={() => setBroken(true)}
          className="mx-auto block max-h-[min(58vh,640px)] w-full"
          style={{ aspectRatio: episode.ratio.replace(":", " / ") }}
        >
          {render.captions_vtt_asset_id && (
            <track
              default
              kind="captions"
              srcLang={episode.language}
              label={t("episode.captions")}
              src={assetUrl(render.captions_vtt_asset_id)}
            />
          )}
        </video>
      </div>
      <div className="flex flex-wrap items-center gap-2 border-line border-b px-5 py-3">
        <a className={buttonClass("primary")} href={assetUrl(film, name("mp4"))} download={name("mp4")}>
          <Download aria-hidden size={16} />
          {t("episode.download_mp4")}
          {render.bytes !== null && (
            <span className="tabular font-normal">{megabytes(render.bytes, i18n.language)}</span>
          )}
        </a>
        {render.captions_vtt_asset_id && (
          <a
            className={buttonClass("secondary")}
            href={assetUrl(render.captions_vtt_asset_id, name("vtt"))}
            download={name("vtt")}
          >
            {t("episode.download_vtt")}
          </a>
        )}
        {render.captions_srt_asset_id && (
          <a
            className={buttonClass("secondary")}
            href={assetUrl(render.captions_srt_asset_id, name("srt"))}
            download={name("srt")}
          >
            {t("episode.download_srt")}
          </a>
        )}
        {render.stale && <p className="text-ui text-warn">{t("episode.film_stale")}</p>}
        {broken && (
          <p role="alert" className="text-danger text-ui">
            {t("episode.film_error")}
          </p>
        )}
      </div>
    </section>
  );
}
