import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  type RouterHistory,
} from "@tanstack/react-router";
import { LibraryPage } from "@/features/library/library-page";
import { CrashPage, NotFoundPage } from "./notices";
import { Root } from "./root";

const rootRoute = createRootRoute({ component: Root, notFoundComponent: () => <NotFoundPage /> });

const libraryRoute = createRoute({ getParentRoute: () => rootRoute, path: "/", component: LibraryPage });

/** What the form starts with; kept in the address so that a link can offer an example. */
export interface NewSearch {
  example?: string;
  from?: "script";
}

const newRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/new",
  validateSearch: (search: Record<string, unknown>): NewSearch => ({
    ...(typeof search.example === "string" ? { example: search.example } : {}),
    ...(search.from === "script" ? { from: "script" } : {}),
  }),
  component: lazyRouteComponent(() => import("@/features/new-episode/new-episode-page"), "NewEpisodePage"),
});

const episodeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/episodes/$id",
  component: lazyRouteComponent(() => import("@/features/episode/episode-page"), "EpisodePage"),
});

export function newRouter(history?: RouterHistory) {
  return createRouter({
    routeTree: rootRoute.addChildren([libraryRoute, newRoute, episodeRoute]),
    defaultPreload: "intent",
    defaultErrorComponent: CrashPage,
    scrollRestoration: true,
    ...(history ? { history } : {}),
  });
}

declare module "@tanstack/react-router" {
  interface Register {
    router: ReturnType<typeof newRouter>;
  }
}
