import { useQuery } from "@tanstack/react-query";
import { ChevronRight } from "lucide-react";
import { useState } from "react";
import { useFormContext, useWatch } from "react-hook-form";
import { useTranslation } from "react-i18next";
import type { Schemas } from "@/api/client";
import { modelsQuery } from "@/api/queries";
import { money } from "@/lib/figures";
import { type BriefValues, MODEL_FIELDS } from "./brief-form";
import { Field, inputClass } from "./fields";
import { KINDS, type Kind, modelsOf, priceOf } from "./model-words";

/** Which models make the episode. The list is read only when somebody looks at it. */
export function ModelsFields() {
  const { t } = useTranslation();
  const { getValues } = useFormContext<BriefValues>();
  const [open, setOpen] = useState(() => KINDS.some((kind) => getValues(MODEL_FIELDS[kind]) !== ""));
  const query = useQuery({ ...modelsQuery, enabled: open });
  return (
    <details className="group" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="flex cursor-pointer list-none items-center gap-1 rounded-clip font-medium text-ink-2 text-ui hover:text-ink [&::-webkit-details-marker]:hidden">
        <ChevronRight aria-hidden size={16} className="-ml-1 transition-transform duration-120 group-open:rotate-90" />
        {t("new.models.title")}
      </summary>
      <div className="flex flex-col gap-4 pt-3">
        <p className="text-ink-3 text-meta">{t("new.models.hint")}</p>
        {query.isPending && open && <p className="text-ink-3 text-meta">{t("new.models.loading")}</p>}
        {query.isError && (
          <p role="alert" className="text-danger text-meta">
            {t("new.models.failed")}
          </p>
        )}
        {query.data && KINDS.map((kind) => <ModelField key={kind} kind={kind} models={modelsOf(query.data, kind)} />)}
      </div>
    </details>
  );
}

function ModelField({ kind, models }: { kind: Kind; models: readonly Schemas["Model"][] }) {
  const { t } = useTranslation();
  const words = useModelWords();
  const { register, control } = useFormContext<BriefValues>();
  const name = MODEL_FIELDS[kind];
  const chosen = useWatch({ control, name });
  const model = models.find((candidate) => candidate.name === chosen);
  const gone = chosen !== "" && !model;
  return (
    <Field
      label={t(`new.models.${kind}`)}
      // A narrow list cuts the end of a line: what matters is said below it too.
      hint={
        model &&
        [model.description, model.price.simulated && t("new.models.simulated"), model.reason]
          .filter(Boolean)
          .join(" · ")
      }
    >
      {(ids) => (
        <select {...ids} className={`${inputClass} pr-1`} {...register(name)}>
          <option value="">{t("new.models.usual")}</option>
          {gone && <option value={chosen}>{chosen}</option>}
          {models.map((candidate) => (
            <option key={candidate.name} value={candidate.name} disabled={!candidate.available}>
              {words(candidate)}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

/** Name, provider and price; a simulated provider says so, and that nobody pays its price. */
function useModelWords() {
  const { t, i18n } = useTranslation();
  return (model: Schemas["Model"]) => {
    const price = priceOf(model);
    const { simulated } = model.price;
    return [
      model.name,
      simulated ? t("new.models.provider_simulated", { provider: model.provider }) : model.provider,
      price.kind === "free"
        ? t("new.models.free")
        : price.kind === "unknown"
          ? t("new.models.unpriced")
          : t("new.models.price", {
              price: money({ amount: price.amount, currency: "USD" }, i18n.language),
              unit: t(`new.models.unit.${price.unit}`),
            }),
      simulated && t("new.models.simulated"),
      !model.available && model.reason,
    ]
      .filter(Boolean)
      .join(" · ");
  };
}
