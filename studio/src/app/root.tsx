import { useQuery } from "@tanstack/react-query";
import { useRouterState } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { isSignedOut } from "@/api/problem";
import { sessionQuery } from "@/api/queries";
import { LiveProvider } from "@/live/live";
import { SignedOutPage } from "./notices";
import { Shell } from "./shell";

/** The signed-out page instead of everything, or the shell. Pages load beside the session, not after it. */
export function Root() {
  const session = useQuery(sessionQuery);
  useFocusOnNavigation();
  if (isSignedOut(session.error)) return <SignedOutPage />;
  return (
    <LiveProvider enabled={session.data !== undefined}>
      <Shell />
    </LiveProvider>
  );
}

/** After a change of page the keyboard and the screen reader start at its content, as after a full load. */
function useFocusOnNavigation(): void {
  const path = useRouterState({ select: (state) => state.resolvedLocation?.pathname });
  const before = useRef(path);
  useEffect(() => {
    if (before.current !== undefined && before.current !== path) {
      document.getElementById("main")?.focus({ preventScroll: true });
    }
    before.current = path;
  }, [path]);
}
