import clsx from "clsx";
import { FileText } from "lucide-react";
import { type DragEvent, useId, useRef, useState } from "react";
import { useFormContext, useWatch } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { Button } from "@/ui/button";
import { type BriefValues, IDEA_MAX, SCRIPT_MAX } from "./brief-form";
import { FieldError } from "./fields";
import { readScriptFile } from "./script-file";

const area =
  "block w-full resize-y rounded-card border border-line-strong bg-bg-1 p-4 text-ink placeholder:text-ink-3 aria-[invalid=true]:border-danger";

export function IdeaField({ error }: { error: string | undefined }) {
  const { t } = useTranslation();
  const { register } = useFormContext<BriefValues>();
  const id = useId();
  return (
    <div className="flex flex-col gap-2">
      <label htmlFor={id} className="font-semibold text-title">
        {t("new.idea_label")}
      </label>
      <p id={`${id}-hint`} className="text-ink-2 text-read">
        {t("new.idea_hint")}
      </p>
      <textarea
        id={id}
        rows={8}
        className={clsx(area, "min-h-44 text-lead")}
        placeholder={t("new.idea_placeholder")}
        aria-describedby={`${id}-error ${id}-hint ${id}-count`}
        aria-invalid={error !== undefined}
        {...register("idea")}
      />
      <div className="flex items-start justify-between gap-4">
        <FieldError id={`${id}-error`} error={error} />
        <Counter id={`${id}-count`} field="idea" max={IDEA_MAX} />
      </div>
    </div>
  );
}

export function ScriptField({ error }: { error: string | undefined }) {
  const { t } = useTranslation();
  const { register, setValue, setError, clearErrors, setFocus, control } = useFormContext<BriefValues>();
  const fileName = useWatch({ control, name: "fileName" });
  const [over, setOver] = useState(false);
  const [fileError, setFileError] = useState<string | null>(null);
  const picker = useRef<HTMLInputElement>(null);
  const id = useId();

  async function take(files: FileList | null): Promise<void> {
    const file = files?.[0];
    if (!file) return;
    if (files.length > 1) return setFileError(t("new.file.several"));
    const result = await readScriptFile(file);
    if (!result.ok) return setFileError(t(`new.file.${result.reason}`, { name: file.name }));
    setFileError(null);
    clearErrors("script");
    setValue("script", result.text, { shouldDirty: true });
    setValue("scriptFormat", result.format);
    setValue("fileName", file.name);
    setFocus("script");
  }

  function drop(event: DragEvent): void {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files).catch((cause: unknown) => setError("script", { message: String(cause) }));
  }

  const shown = fileError ?? error;
  return (
    <div className="flex flex-col gap-2">
      <div className="flex items-end justify-between gap-4">
        <label htmlFor={id} className="font-semibold text-title">
          {t("new.script_label")}
        </label>
        <Button onClick={() => picker.current?.click()}>
          <FileText aria-hidden size={16} />
          {t("new.open_file")}
        </Button>
        <input
          ref={picker}
          type="file"
          aria-label={t("new.open_file")}
          tabIndex={-1}
          className="hidden"
          accept=".txt,.text,.md,.markdown,.fountain,.spmd,text/plain,text/markdown"
          onChange={(event) => {
            void take(event.target.files);
            event.target.value = "";
          }}
        />
      </div>
      <p id={`${id}-hint`} className="text-ink-2 text-read">
        {t("new.script_hint")}
      </p>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is an extra; pasting and the button do the same */}
      <div
        className="relative"
        onDragOver={(event) => {
          if (!event.dataTransfer.types.includes("Files")) return;
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <textarea
          id={id}
          rows={18}
          spellCheck={false}
          className={clsx(area, "min-h-72 font-mono text-ui leading-5")}
          placeholder={t("new.script_placeholder")}
          aria-describedby={`${id}-error ${id}-hint ${id}-count`}
          aria-invalid={shown !== undefined}
          {...register("script", { onChange: () => setFileError(null) })}
        />
        {over && (
          <div className="pointer-events-none absolute inset-0 grid place-items-center rounded-card border-2 border-accent border-dashed bg-bg-1 font-semibold text-accent text-lead">
            {t("new.drop")}
          </div>
        )}
      </div>
      <div className="flex items-start justify-between gap-4">
        <div className="flex flex-col gap-1">
          <FieldError id={`${id}-error`} error={shown} />
          {fileName && !shown && <p className="text-ink-3 text-meta">{t("new.file_from", { name: fileName })}</p>}
        </div>
        <Counter id={`${id}-count`} field="script" max={SCRIPT_MAX} />
      </div>
    </div>
  );
}

function Counter({ id, field, max }: { id: string; field: "idea" | "script"; max: number }) {
  const { t, i18n } = useTranslation();
  const { control } = useFormContext<BriefValues>();
  const used = useWatch({ control, name: field }).length;
  const number = new Intl.NumberFormat(i18n.language);
  return (
    <p
      id={id}
      className={clsx("tabular ml-auto shrink-0 text-meta", used > max ? "font-medium text-danger" : "text-ink-3")}
    >
      {t("new.counter", { used: number.format(used), max: number.format(max) })}
    </p>
  );
}
