import { zodResolver } from "@hookform/resolvers/zod";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useCallback, useEffect, useMemo, useRef } from "react";
import { FormProvider, useForm, useWatch } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { ApiProblem } from "@/api/problem";
import { Page } from "@/app/page";
import { exactSpan } from "@/lib/time";
import { useSpan } from "@/lib/use-span";
import { useTitle } from "@/lib/use-title";
import { Button } from "@/ui/button";
import { ProblemPanel } from "@/ui/problem-panel";
import { type BriefError, type BriefValues, briefSchema, EMPTY_BRIEF, fieldOf, SECONDS_MAX } from "./brief-form";
import { clearDraft, readDraft, writeDraft } from "./draft";
import { Choice } from "./fields";
import { ModelsFields } from "./models-fields";
import { AdvancedFields, AutopilotField, LengthField, PictureFields, ScenesField } from "./settings-fields";
import { IdeaField, ScriptField } from "./source-field";
import { useCreateEpisode } from "./use-create-episode";

const route = getRouteApi("/new");
const DRAFT_DELAY_MS = 300;
const EXAMPLES = ["lighthouse", "market", "fox"] as const;

export function NewEpisodePage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const span = useSpan();
  useTitle([t("new.title")]);
  const start = useStartValues();
  const form = useForm<BriefValues>({
    resolver: zodResolver(briefSchema),
    defaultValues: start,
    shouldFocusError: true,
  });
  const { create, error, submission } = useCreateEpisode();
  const element = useRef<HTMLFormElement>(null);
  const { errors, isSubmitting } = form.formState;
  const values = useWatch({ control: form.control });
  const kept = useDraft(values as BriefValues, submission);

  const needed =
    error instanceof ApiProblem && error.code === "script-too-long" ? error.problem.needed_seconds : undefined;
  // What is shown at its field is not said twice.
  const general = error && !isSubmitting && !(error instanceof ApiProblem && placed(error)) ? error : null;

  async function submit(brief: BriefValues): Promise<void> {
    try {
      const episode = await create(brief);
      kept.stop();
      clearDraft();
      await navigate({ to: "/episodes/$id", params: { id: episode.id } });
    } catch (cause) {
      if (!(cause instanceof ApiProblem)) return;
      for (const item of cause.problem.errors ?? []) {
        const field = fieldOf(item.field);
        if (field) form.setError(field, { type: "server", message: item.message }, { shouldFocus: true });
      }
    }
  }

  const message = (field: keyof BriefValues): string | undefined => {
    const fieldError = errors[field];
    if (!fieldError?.message) return undefined;
    return fieldError.type === "server" ? fieldError.message : t(`new.error.${fieldError.message as BriefError}`);
  };

  return (
    <Page title={<h1 className="font-semibold text-ui">{t("new.title")}</h1>}>
      <FormProvider {...form}>
        <form
          ref={element}
          noValidate
          onSubmit={(event) => void form.handleSubmit(submit)(event)}
          onKeyDown={(event) => {
            if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return;
            event.preventDefault();
            element.current?.requestSubmit();
          }}
          className="mx-auto grid w-full max-w-[1120px] gap-x-12 gap-y-8 px-5 py-8 md:grid-cols-[minmax(0,1fr)_320px]"
        >
          <div className="flex min-w-0 flex-col gap-6">
            <div className="max-w-60">
              <Choice
                hideLabel
                label={t("new.from")}
                field={form.register("source")}
                options={[
                  { value: "idea", label: t("new.idea") },
                  { value: "script", label: t("new.script") },
                ]}
              />
            </div>
            {values.source === "script" ? (
              <ScriptField error={message("script")} />
            ) : (
              <IdeaField error={message("idea")} />
            )}
            {general && (
              <ProblemPanel error={general} title={t("new.failed_title")}>
                {needed !== undefined && needed <= SECONDS_MAX && (
                  <Button onClick={() => form.setValue("seconds", String(Math.ceil(needed)), { shouldDirty: true })}>
                    {t("new.use_length", { time: span(exactSpan(Math.ceil(needed) * 1000)) })}
                  </Button>
                )}
              </ProblemPanel>
            )}
          </div>
          <div className="flex flex-col gap-6">
            <LengthField error={message("seconds")} />
            <ScenesField error={message("scenes")} />
            <PictureFields />
            <AutopilotField />
            <ModelsFields />
            <AdvancedFields seedError={message("seed")} />
            <div className="flex flex-col gap-2 border-line border-t pt-5">
              <Button
                look="primary"
                type="submit"
                disabled={isSubmitting}
                className="!h-10 w-full"
                title={t("new.keyboard")}
              >
                {isSubmitting
                  ? t("new.submitting")
                  : t(values.autopilot ? "new.submit_autopilot" : "new.submit_manual")}
              </Button>
              <p className="text-ink-3 text-meta">{t("new.cost_local")}</p>
              {form.formState.isDirty && (
                <p className="flex items-center justify-between text-ink-3 text-meta">
                  {t("new.draft")}
                  <button
                    type="button"
                    className="rounded-clip px-1 py-1 font-medium text-ink-2 underline underline-offset-2 hover:text-ink"
                    onClick={() => {
                      clearDraft();
                      form.reset(EMPTY_BRIEF);
                    }}
                  >
                    {t("new.clear")}
                  </button>
                </p>
              )}
            </div>
          </div>
        </form>
      </FormProvider>
    </Page>
  );
}

/** Every complaint of the server stands at a field of the form. */
function placed(problem: ApiProblem): boolean {
  const list = problem.problem.errors ?? [];
  return problem.code !== "script-too-long" && list.length > 0 && list.every((item) => fieldOf(item.field) !== null);
}

/** The draft; or, when the address brings an example or asks for a script, that. */
function useStartValues(): BriefValues {
  const { t } = useTranslation();
  const { example, from } = route.useSearch();
  return useMemo(() => {
    const draft = readDraft()?.values ?? EMPTY_BRIEF;
    const known = EXAMPLES.find((name) => name === example);
    if (known) return { ...draft, source: "idea", idea: t(`library.example.${known}.idea`) };
    return from === "script" ? { ...draft, source: "script" } : draft;
  }, [example, from, t]);
}

function useDraft(
  values: BriefValues,
  submission: ReturnType<typeof useCreateEpisode>["submission"],
): { stop: () => void } {
  const text = JSON.stringify(values);
  const saved = useRef(text);
  const stopped = useRef(false);
  const save = useCallback(
    (latest: string) => {
      if (stopped.current || latest === saved.current) return;
      saved.current = latest;
      writeDraft({ values: JSON.parse(latest) as BriefValues, submission: submission.current });
    },
    [submission],
  );
  const latest = useRef(text);
  useEffect(() => {
    latest.current = text;
    const timer = setTimeout(() => save(text), DRAFT_DELAY_MS);
    return () => clearTimeout(timer);
  }, [text, save]);
  // The last words typed before leaving count too.
  useEffect(() => {
    const leave = () => save(latest.current);
    window.addEventListener("pagehide", leave);
    return () => {
      window.removeEventListener("pagehide", leave);
      leave();
    };
  }, [save]);
  return useMemo(
    () => ({
      stop: () => {
        stopped.current = true;
      },
    }),
    [],
  );
}
