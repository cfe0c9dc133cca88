import { ChevronRight } from "lucide-react";
import { Switch } from "radix-ui";
import { useId } from "react";
import { Controller, useFormContext, useWatch } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { exactSpan } from "@/lib/time";
import { useSpan } from "@/lib/use-span";
import { type BriefValues, SCENES_MAX, SECONDS_MAX, SECONDS_MIN } from "./brief-form";
import { Choice, Field, inputClass } from "./fields";
import { readingMs } from "./reading-time";

const QUICK_LENGTHS = ["15", "30", "60", "120"];

export function LengthField({ error }: { error: string | undefined }) {
  const { t } = useTranslation();
  const { register, setValue, control, clearErrors } = useFormContext<BriefValues>();
  const [source, script, seconds] = useWatch({ control, name: ["source", "script", "seconds"] });
  const span = useSpan();
  const fromScript = source === "script";
  const reading = fromScript ? readingMs(script) : 0;
  const tooLong = reading > 0 && seconds.trim() !== "" && reading > Number(seconds) * 1000;
  return (
    <div className="flex flex-col gap-2">
      <Field
        label={t("new.length")}
        hint={fromScript ? t("new.length_from_script") : t("new.length_hint")}
        error={error}
      >
        {(ids) => (
          <div className="flex items-center gap-2">
            <input
              {...ids}
              inputMode="numeric"
              autoComplete="off"
              className={`${inputClass} tabular !w-20`}
              placeholder={fromScript ? t("new.auto") : undefined}
              min={SECONDS_MIN}
              max={SECONDS_MAX}
              {...register("seconds")}
            />
            <span className="text-ink-2">{t("new.length_unit")}</span>
            <div className="ml-auto flex gap-1">
              {QUICK_LENGTHS.map((value) => (
                <button
                  key={value}
                  type="button"
                  aria-pressed={seconds === value}
                  aria-label={span(exactSpan(Number(value) * 1000))}
                  onClick={() => {
                    setValue("seconds", value, { shouldDirty: true });
                    clearErrors("seconds");
                  }}
                  className="tabular h-7 min-w-8 rounded-clip px-1.5 text-ink-2 text-meta transition-colors duration-120 hover:bg-bg-2 hover:text-ink aria-pressed:bg-bg-3 aria-pressed:text-ink"
                >
                  {value}
                </button>
              ))}
            </div>
          </div>
        )}
      </Field>
      {reading > 0 && (
        <p className={tooLong ? "text-meta text-warn" : "text-ink-2 text-meta"}>
          {t(tooLong ? "new.reading_too_long" : "new.reading", { time: span(exactSpan(reading)) })}
        </p>
      )}
    </div>
  );
}

export function ScenesField({ error }: { error: string | undefined }) {
  const { t } = useTranslation();
  const { register } = useFormContext<BriefValues>();
  return (
    <Field label={t("new.scenes")} hint={t("new.scenes_hint")} error={error}>
      {(ids) => (
        <input
          {...ids}
          inputMode="numeric"
          autoComplete="off"
          placeholder={t("new.auto")}
          className={`${inputClass} tabular !w-32`}
          min={1}
          max={SCENES_MAX}
          {...register("scenes")}
        />
      )}
    </Field>
  );
}

const SHAPES = { "16:9": "h-[9px] w-4", "9:16": "h-4 w-[9px]", "1:1": "size-3" } as const;

export function PictureFields() {
  const { t } = useTranslation();
  const { register } = useFormContext<BriefValues>();
  return (
    <>
      <Choice
        label={t("new.ratio")}
        field={register("ratio")}
        options={(["16:9", "9:16", "1:1"] as const).map((value) => ({
          value,
          label: t(`new.ratio_${value}`),
          icon: <span aria-hidden className={`${SHAPES[value]} rounded-[2px] border-[1.5px] border-current`} />,
        }))}
      />
      <Choice
        label={t("new.language")}
        field={register("language")}
        options={(["auto", "en", "zh"] as const).map((value) => ({ value, label: t(`new.language_${value}`) }))}
      />
    </>
  );
}

export function AutopilotField() {
  const { t } = useTranslation();
  const { control } = useFormContext<BriefValues>();
  const id = useId();
  return (
    <div className="flex items-start justify-between gap-4">
      <div className="flex flex-col gap-1">
        <label htmlFor={id} className="font-medium text-ui">
          {t("new.autopilot")}
        </label>
        <p id={`${id}-hint`} className="text-ink-3 text-meta">
          {t("new.autopilot_hint")}
        </p>
      </div>
      <Controller
        control={control}
        name="autopilot"
        render={({ field }) => (
          <Switch.Root
            id={id}
            aria-describedby={`${id}-hint`}
            checked={field.value}
            onCheckedChange={field.onChange}
            onBlur={field.onBlur}
            ref={field.ref}
            className="relative mt-px h-6 w-10 shrink-0 rounded-full border border-line-strong bg-bg-2 transition-colors duration-120 data-[state=checked]:border-ink data-[state=checked]:bg-ink"
          >
            <Switch.Thumb className="block size-4 translate-x-[3px] rounded-full bg-ink-2 transition-transform duration-120 data-[state=checked]:translate-x-[19px] data-[state=checked]:bg-bg-0" />
          </Switch.Root>
        )}
      />
    </div>
  );
}

export function AdvancedFields({ seedError }: { seedError: string | undefined }) {
  const { t } = useTranslation();
  const { register } = useFormContext<BriefValues>();
  return (
    <details className="group" open={seedError !== undefined || undefined}>
      <summary className="flex cursor-pointer list-none items-center gap-1 rounded-clip font-medium text-ink-2 text-ui hover:text-ink [&::-webkit-details-marker]:hidden">
        <ChevronRight aria-hidden size={16} className="-ml-1 transition-transform duration-120 group-open:rotate-90" />
        {t("new.advanced")}
      </summary>
      <div className="pt-3">
        <Field label={t("new.seed")} hint={t("new.seed_hint")} error={seedError}>
          {(ids) => (
            <input
              {...ids}
              inputMode="numeric"
              autoComplete="off"
              placeholder={t("new.auto")}
              className={`${inputClass} tabular`}
              {...register("seed")}
            />
          )}
        </Field>
      </div>
    </details>
  );
}
