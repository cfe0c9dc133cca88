import clsx from "clsx";
import { type ReactNode, useId } from "react";
import type { UseFormRegisterReturn } from "react-hook-form";

export const inputClass =
  "h-8 w-full rounded-control border border-line-strong bg-bg-0 px-2.5 text-ink text-ui placeholder:text-ink-3 aria-[invalid=true]:border-danger";

/** A named control with its hint and its error; the control gets the ids that tie them together. */
export function Field({
  label,
  hint,
  error,
  children,
}: {
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  children: (ids: { id: string; "aria-describedby": string | undefined; "aria-invalid": boolean }) => ReactNode;
}) {
  const id = useId();
  const described = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(" ");
  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={id} className="font-medium text-ink text-ui">
        {label}
      </label>
      {children({ id, "aria-describedby": described || undefined, "aria-invalid": error !== undefined })}
      <FieldError id={`${id}-error`} error={error} />
      {hint && (
        <p id={`${id}-hint`} className="text-ink-3 text-meta">
          {hint}
        </p>
      )}
    </div>
  );
}

export function FieldError({ id, error }: { id: string; error: string | undefined }) {
  return error ? (
    <p id={id} role="alert" className="font-medium text-danger text-meta">
      {error}
    </p>
  ) : null;
}

/** A few choices side by side: real radio buttons, so that arrows and names work by themselves. */
export function Choice({
  label,
  options,
  field,
  hideLabel = false,
}: {
  label: string;
  options: readonly { value: string; label: string; icon?: ReactNode }[];
  field: UseFormRegisterReturn;
  hideLabel?: boolean;
}) {
  return (
    <fieldset className="flex flex-col gap-1.5">
      <legend className={clsx(hideLabel ? "sr-only" : "mb-1.5 font-medium text-ink text-ui")}>{label}</legend>
      <div className="flex rounded-control border border-line-strong p-0.5">
        {options.map((option) => (
          <label
            key={option.value}
            className="flex h-[26px] flex-1 items-center justify-center gap-1.5 whitespace-nowrap rounded-clip px-2.5 font-medium text-ink-2 text-ui transition-colors duration-120 hover:text-ink has-checked:bg-bg-3 has-checked:text-ink has-focus-visible:outline-2 has-focus-visible:outline-accent has-focus-visible:outline-offset-2"
          >
            <input type="radio" value={option.value} className="sr-only" {...field} />
            {option.icon}
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
