import type { ReactNode } from "react";
import { ConnectionChip } from "./connection-chip";

/** The 48 px header with what belongs to the page, and the main landmark. */
export function Page({
  title,
  middle,
  actions,
  children,
}: {
  title: ReactNode;
  middle?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}) {
  return (
    <>
      <header className="sticky top-0 z-20 flex h-12 items-center gap-4 border-line border-b bg-bg-0 px-4">
        <div className="flex min-w-0 flex-1 items-baseline gap-3">{title}</div>
        {middle && <div className="hidden md:block">{middle}</div>}
        <div className="flex min-w-0 flex-1 items-center justify-end gap-3">
          <ConnectionChip />
          {actions}
        </div>
      </header>
      <main id="main" tabIndex={-1} className="flex min-h-[calc(100dvh-48px)] flex-col outline-none">
        {children}
      </main>
    </>
  );
}

/** A page that says one thing: not found, signed out, crashed. */
export function Notice({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="mx-auto flex w-full max-w-[440px] flex-col items-start gap-4 px-6 pt-[18vh] pb-16">
      <h1 className="font-semibold text-hero">{title}</h1>
      {children}
    </div>
  );
}
