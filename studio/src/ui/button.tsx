import clsx from "clsx";
import type { ButtonHTMLAttributes } from "react";

export type ButtonLook = "primary" | "secondary" | "quiet";

const LOOKS: Record<ButtonLook, string> = {
  primary: "bg-ink text-bg-0 hover:bg-ink-2 disabled:bg-bg-3 disabled:text-ink-3",
  secondary: "border border-line-strong text-ink hover:bg-bg-2 disabled:text-ink-3",
  quiet: "text-ink-2 hover:bg-bg-2 hover:text-ink disabled:text-ink-3",
};

/** Classes of a control, for links that look like buttons. */
export function buttonClass(look: ButtonLook, className?: string): string {
  return clsx(
    "inline-flex h-8 shrink-0 items-center justify-center gap-2 whitespace-nowrap rounded-control px-3 font-semibold text-ui transition-colors duration-120",
    LOOKS[look],
    className,
  );
}

export function Button({
  look = "secondary",
  className,
  type = "button",
  ...rest
}: ButtonHTMLAttributes<HTMLButtonElement> & { look?: ButtonLook }) {
  return <button type={type} className={buttonClass(look, className)} {...rest} />;
}
