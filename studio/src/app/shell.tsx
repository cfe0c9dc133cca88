import { Link, Outlet } from "@tanstack/react-router";
import { Clapperboard, type LucideIcon, Plus } from "lucide-react";
import { useTranslation } from "react-i18next";
import { UserMenu } from "./user-menu";

/** Rail, and the page beside it. Under 720 px the rail is a bar at the bottom. */
export function Shell() {
  const { t } = useTranslation();
  return (
    <div className="min-h-dvh pb-14 sm:pb-0 sm:pl-14">
      <a
        href="#main"
        className="-translate-y-16 fixed top-2 left-2 z-50 rounded-control bg-ink px-3 py-1.5 font-medium text-bg-0 focus:translate-y-0"
      >
        {t("app.skip")}
      </a>
      <nav
        aria-label={t("app.nav")}
        className="fixed inset-x-0 bottom-0 z-30 flex h-14 items-center justify-around border-line border-t bg-bg-0 sm:inset-x-auto sm:inset-y-0 sm:left-0 sm:h-auto sm:w-14 sm:flex-col sm:justify-start sm:gap-1 sm:border-t-0 sm:border-r sm:py-2"
      >
        <RailLink to="/" icon={Clapperboard} label={t("nav.library")} />
        <RailLink to="/new" icon={Plus} label={t("nav.new")} />
        <div className="sm:mt-auto">
          <UserMenu />
        </div>
      </nav>
      <Outlet />
    </div>
  );
}

function RailLink({ to, icon: Icon, label }: { to: "/" | "/new"; icon: LucideIcon; label: string }) {
  return (
    <Link
      to={to}
      activeOptions={{ exact: true, includeSearch: false }}
      aria-label={label}
      className="group relative grid size-10 place-items-center rounded-control text-ink-2 transition-colors duration-120 hover:bg-bg-2 hover:text-ink aria-[current=page]:bg-bg-2 aria-[current=page]:text-ink"
    >
      <Icon aria-hidden size={20} strokeWidth={1.75} />
      <span
        aria-hidden
        className="pointer-events-none absolute left-full ml-2 hidden whitespace-nowrap rounded-clip border border-line bg-bg-1 px-2 py-1 text-ink text-meta sm:group-hover:block sm:group-focus-visible:block"
      >
        {label}
      </span>
    </Link>
  );
}
