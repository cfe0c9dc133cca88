import { useQuery } from "@tanstack/react-query";
import { Check, CircleUser } from "lucide-react";
import { DropdownMenu } from "radix-ui";
import { useTranslation } from "react-i18next";
import { sessionQuery } from "@/api/queries";
import { setLanguage, setTheme, type Theme, useTheme } from "./appearance";

const THEMES: Theme[] = ["system", "light", "dark"];
const item =
  "flex h-8 items-center gap-2 rounded-clip pr-3 pl-8 text-ui outline-none data-[highlighted]:bg-bg-3 relative cursor-pointer";

export function UserMenu() {
  const { t, i18n } = useTranslation();
  const { data: session } = useQuery(sessionQuery);
  const theme = useTheme();
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger
        aria-label={t("app.menu")}
        title={t("app.menu")}
        className="grid size-10 place-items-center rounded-control text-ink-2 transition-colors duration-120 hover:bg-bg-2 hover:text-ink data-[state=open]:bg-bg-2 data-[state=open]:text-ink"
      >
        <CircleUser aria-hidden size={20} strokeWidth={1.75} />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          side="right"
          align="end"
          sideOffset={8}
          collisionPadding={12}
          className="z-50 min-w-52 rounded-card border border-line bg-bg-1 p-1 text-ink shadow-[0_8px_32px_rgb(0_0_0/0.28)]"
        >
          {session && (
            <DropdownMenu.Label className="px-3 py-2 text-meta text-ink-3">
              {t("menu.signed_in_as", { name: session.name || t("menu.person") })}
            </DropdownMenu.Label>
          )}
          <DropdownMenu.Label className="px-3 pt-2 pb-1 text-meta text-ink-3">{t("menu.theme")}</DropdownMenu.Label>
          <DropdownMenu.RadioGroup value={theme} onValueChange={(value) => setTheme(value as Theme)}>
            {THEMES.map((value) => (
              <DropdownMenu.RadioItem key={value} value={value} className={item}>
                <Tick />
                {t(`menu.theme_${value}` as "menu.theme_system")}
              </DropdownMenu.RadioItem>
            ))}
          </DropdownMenu.RadioGroup>
          <DropdownMenu.Separator className="my-1 h-px bg-line" />
          <DropdownMenu.Label className="px-3 pt-1 pb-1 text-meta text-ink-3">{t("menu.language")}</DropdownMenu.Label>
          <DropdownMenu.RadioGroup
            value={i18n.language}
            onValueChange={(value) => void setLanguage(value === "zh" ? "zh" : "en")}
          >
            <DropdownMenu.RadioItem value="en" lang="en" className={item}>
              <Tick />
              English
            </DropdownMenu.RadioItem>
            <DropdownMenu.RadioItem value="zh" lang="zh" className={item}>
              <Tick />
              中文
            </DropdownMenu.RadioItem>
          </DropdownMenu.RadioGroup>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

function Tick() {
  return (
    <DropdownMenu.ItemIndicator className="absolute left-2.5">
      <Check aria-hidden size={14} />
    </DropdownMenu.ItemIndicator>
  );
}
