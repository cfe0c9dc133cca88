import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { answer, api, type Schemas } from "@/api/client";
import { keys, newest } from "@/api/queries";
import type { Choice } from "./character-view";
import { checkPicture, type PictureFile } from "./picture-file";

type EpisodeState = Schemas["EpisodeState"];

/** The file is not sent: it is none that the server takes. */
export class NotTaken extends Error {
  constructor(
    readonly reason: (PictureFile & { ok: false })["reason"],
    readonly file: File,
  ) {
    super(reason);
    this.name = "NotTaken";
  }
}

/** What a person can do about the picture of one character. */
export function useCharacterActions(episode: string, character: Schemas["Character"]) {
  const client = useQueryClient();
  const key = keys.episode(episode);
  const path = { id: episode, characterId: character.id };
  const show = (fresh: EpisodeState) => client.setQueryData<EpisodeState>(key, (old) => newest(old, fresh));
  const reread = () => client.invalidateQueries({ queryKey: key });

  const refer = async (asset: string | null) =>
    show(
      await answer(
        api.PUT("/api/v1/editor/episode/{id}/character/{characterId}/reference", {
          params: { path },
          body: { asset_id: asset },
        }),
      ),
    );

  const draw = useMutation({
    mutationFn: () =>
      answer(api.POST("/api/v1/editor/episode/{id}/character/{characterId}/portrait", { params: { path }, body: {} })),
    onSettled: reread,
  });

  const choose = useMutation({
    mutationFn: async ({ asset, portrait }: Choice) => {
      if (portrait === null) return refer(asset);
      show(
        await answer(
          api.POST("/api/v1/editor/episode/{id}/character/{characterId}/portraits/{portraitId}/select", {
            params: { path: { ...path, portraitId: portrait.id } },
          }),
        ),
      );
      // A reference picture comes before every portrait. It goes last, so that no other portrait is in use in between.
      if (character.reference_asset_id !== null) await refer(null);
    },
    onSettled: reread,
  });

  /** What arrived is not sent a second time when only its use failed. */
  const arrived = useRef(new WeakMap<File, string>());
  const [sent, setSent] = useState(false);
  const bring = useMutation({
    mutationFn: async (file: File) => {
      setSent(false);
      let asset = arrived.current.get(file);
      if (asset === undefined) {
        asset = await upload(file);
        arrived.current.set(file, asset);
      }
      setSent(true);
      await refer(asset);
    },
    onSettled: reread,
  });

  return { draw, choose, bring, sent };
}

async function upload(file: File): Promise<string> {
  const checked = await checkPicture(file);
  if (!checked.ok) throw new NotTaken(checked.reason, file);
  const { id } = await answer(
    api.POST("/api/v1/assets", {
      // The document calls the bytes of a file a string.
      body: file as unknown as string,
      bodySerializer: (body) => body,
      headers: { "Content-Type": checked.type },
    }),
  );
  return id;
}
