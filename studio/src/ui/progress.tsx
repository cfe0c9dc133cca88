import clsx from "clsx";

/** Solid when measured, striped when estimated. `value` is 0 to 1; the name and the words come from the caller. */
export function ProgressLine({
  value,
  estimated = false,
  label,
  words,
  className,
}: {
  value: number;
  estimated?: boolean;
  label: string;
  words: string;
  className?: string;
}) {
  const share = Math.min(1, Math.max(0, value));
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.floor(share * 100)}
      aria-valuetext={words}
      className={clsx("overflow-hidden", className)}
    >
      <div
        className={clsx(
          "h-full w-full origin-left transition-[clip-path] duration-240 ease-studio",
          estimated ? "bar-estimated" : "bg-accent",
        )}
        style={{ clipPath: `inset(0 ${(1 - share) * 100}% 0 0)` }}
      />
    </div>
  );
}
