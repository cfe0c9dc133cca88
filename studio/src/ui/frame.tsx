import clsx from "clsx";
import { type ReactNode, useState } from "react";

/** A picture in its true shape on a quiet stage; nothing is ever cropped. */
export function Frame({
  ratio = "16:9",
  picture,
  alt,
  eager = false,
  className,
  children,
}: {
  /** Shape of the stage, as "16:9". */
  ratio?: string;
  picture: string | null;
  alt: string;
  eager?: boolean;
  className?: string;
  children?: ReactNode;
}) {
  const [broken, setBroken] = useState<string | null>(null);
  return (
    <div
      // On a picture the colours are those of the dark theme: amber must be seen on a night scene too.
      data-theme={picture ? "dark" : undefined}
      className={clsx("relative overflow-hidden", picture ? "screening" : "bg-bg-2", className)}
      style={{ aspectRatio: ratio.replace(":", " / ") }}
    >
      {picture && picture !== broken && (
        <img
          key={picture}
          src={picture}
          alt={alt}
          loading={eager ? "eager" : "lazy"}
          decoding="async"
          draggable={false}
          onError={() => setBroken(picture)}
          className="appear absolute inset-0 size-full object-contain"
        />
      )}
      {children}
    </div>
  );
}

/** Timecode on a picture, as on a slate. */
export function TimeBadge({ children }: { children: ReactNode }) {
  return (
    <span className="tabular absolute right-1.5 bottom-1.5 rounded-clip bg-[#0d0c0acc] px-1.5 py-0.5 text-[#f2f0ed] text-meta">
      {children}
    </span>
  );
}
