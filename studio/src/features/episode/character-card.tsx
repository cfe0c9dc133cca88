import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { assetUrl, type Schemas } from "@/api/client";
import { money, wholePercent } from "@/lib/figures";
import { Button } from "@/ui/button";
import { Frame } from "@/ui/frame";
import { ProgressLine } from "@/ui/progress";
import { StatusChip } from "@/ui/status-chip";
import { CharacterProblem } from "./character-problem";
import { type CharacterView, characterView, choices, initials } from "./character-view";
import { PortraitChoice } from "./portrait-choice";
import { useCharacterActions } from "./use-character-actions";
import { WorkNote } from "./work-note";

type Character = Schemas["Character"];

const COMPACT = "!h-7 !px-2 !text-meta";

/** One character: the picture in use, what it looks like, how far its portrait is, and the ways to another picture. */
export function CharacterCard({ character, episode }: { character: Character; episode: Schemas["EpisodeState"] }) {
  const { t } = useTranslation();
  const view = characterView(character, episode.generations);
  const { draw, choose, bring, sent } = useCharacterActions(episode.id, character);
  const own = useReferenceSeen(character);
  const busy = draw.isPending || choose.isPending || bring.isPending;
  const look = [character.look, character.description].find((words) => words.trim() !== "");
  const { work } = view;
  const running = view.status === "running" && work !== null && work.progress !== null;
  const estimated = running && work.progress_kind === "estimated";
  const figure = running
    ? t(estimated ? "common.about_percent" : "common.percent", { value: wholePercent((work.progress ?? 0) * 100) })
    : undefined;
  const failed = [draw, choose].find((action) => action.isError);
  const send = (file: File) => {
    draw.reset();
    choose.reset();
    bring.mutate(file);
  };
  return (
    <li className="flex gap-3">
      <Portrait character={character} picture={view.picture}>
        {running && (
          <ProgressLine
            className="absolute inset-x-0 bottom-0 h-0.5"
            value={work.progress ?? 0}
            estimated={estimated}
            label={t("episode.cast.portrait_of", { name: character.name })}
            words={figure ?? ""}
          />
        )}
      </Portrait>
      <div className="flex min-w-0 flex-1 flex-col gap-1">
        <div className="flex items-center justify-between gap-2">
          <h3 className="min-w-0 truncate font-semibold text-ui" title={character.name}>
            {character.name}
          </h3>
          {view.status && <StatusChip status={view.status}>{figure}</StatusChip>}
        </div>
        {look && (
          <p className="line-clamp-2 break-words text-ink-2 text-meta" title={look}>
            {look}
          </p>
        )}
        <WorkNote generation={work} status={view.status ?? ""} wrap />
        <PortraitChoice
          name={character.name}
          choices={choices(character, own)}
          current={choose.isPending ? choose.variables.asset : (view.picture?.asset ?? null)}
          onChoose={(choice) => {
            if (busy) return;
            draw.reset();
            bring.reset();
            choose.mutate(choice);
          }}
        />
        <div className="-ml-2 flex flex-wrap">
          <DrawButton
            character={character}
            simulated={episode.cost_simulated}
            asking={draw.isPending}
            disabled={busy || view.blocked}
            onDraw={() => {
              choose.reset();
              draw.mutate();
            }}
          />
          <BringButton name={character.name} disabled={busy} onBring={send} />
        </div>
        {bring.isPending && (
          <p role="status" className="break-words text-ink-2 text-meta">
            {t(sent ? "episode.cast.placing" : "episode.cast.sending", { name: bring.variables.name })}
          </p>
        )}
        {bring.isError && <CharacterProblem error={bring.error} onRetry={() => send(bring.variables)} />}
        {failed?.error && <CharacterProblem error={failed.error} />}
      </div>
    </li>
  );
}

/** The last reference picture that the page has seen: choosing a portrait does not take it out of reach. */
function useReferenceSeen(character: Character): string | null {
  const [own, setOwn] = useState(character.reference_asset_id);
  if (character.reference_asset_id !== null && character.reference_asset_id !== own) {
    setOwn(character.reference_asset_id);
  }
  return own;
}

function Portrait({
  character,
  picture,
  children,
}: {
  character: Character;
  picture: CharacterView["picture"];
  children: React.ReactNode;
}) {
  const { t } = useTranslation();
  const { name } = character;
  return (
    <Frame
      ratio="1:1"
      picture={picture && assetUrl(picture.asset)}
      alt={t(picture?.portrait === null ? "episode.cast.reference_of" : "episode.cast.portrait_of", { name })}
      className="w-16 shrink-0 self-start rounded-clip"
    >
      {picture ? (
        <a
          href={assetUrl(picture.asset)}
          target="_blank"
          rel="noreferrer"
          title={t("episode.cast.open", { name })}
          className="absolute inset-0 rounded-clip focus-visible:outline-offset-[-2px]"
        >
          <span className="sr-only">{t("episode.cast.open", { name })}</span>
        </a>
      ) : (
        <span aria-hidden className="absolute inset-0 grid place-items-center font-medium text-ink-3 text-lead">
          {initials(name)}
        </span>
      )}
      {children}
    </Frame>
  );
}

/** Says what one more portrait costs, going by the last one. */
function DrawButton({
  character,
  simulated,
  asking,
  disabled,
  onDraw,
}: {
  character: Character;
  simulated: boolean;
  asking: boolean;
  disabled: boolean;
  onDraw: () => void;
}) {
  const { t, i18n } = useTranslation();
  const last = character.portraits.at(-1);
  const action = t(asking ? "episode.cast.asking" : last ? "episode.cast.another" : "episode.cast.first");
  const words =
    !asking && last && Number(last.cost.amount) > 0
      ? t(simulated ? "episode.cast.priced_simulated" : "episode.cast.priced", {
          action,
          cost: money(last.cost, i18n.language),
        })
      : action;
  return (
    <Button
      look="quiet"
      className={COMPACT}
      aria-label={t("episode.cast.for", { action: words, name: character.name })}
      disabled={disabled}
      onClick={onDraw}
    >
      {words}
    </Button>
  );
}

function BringButton({ name, disabled, onBring }: { name: string; disabled: boolean; onBring: (file: File) => void }) {
  const { t } = useTranslation();
  const picker = useRef<HTMLInputElement>(null);
  const action = t("episode.cast.use_mine");
  return (
    <>
      <Button
        look="quiet"
        className={COMPACT}
        aria-label={t("episode.cast.for", { action, name })}
        disabled={disabled}
        onClick={() => picker.current?.click()}
      >
        {action}
      </Button>
      <input
        ref={picker}
        type="file"
        aria-label={t("episode.cast.file_for", { name })}
        tabIndex={-1}
        className="hidden"
        accept="image/png,image/jpeg,image/webp"
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = "";
          if (file) onBring(file);
        }}
      />
    </>
  );
}
