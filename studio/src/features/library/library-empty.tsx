import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { buttonClass } from "@/ui/button";
import { Frame } from "@/ui/frame";
import { EXAMPLES } from "./examples";

/** The first sight of the Studio: what it does, and three ideas to press. */
export function LibraryEmpty() {
  const { t } = useTranslation();
  return (
    <div className="mx-auto w-full max-w-[1080px] px-5 pt-[8vh] pb-16">
      <h2 className="font-semibold text-hero">{t("library.empty_title")}</h2>
      <p className="mt-3 max-w-[600px] text-ink-2 text-lead">{t("library.empty_lead")}</p>
      <div className="mt-6 flex flex-wrap gap-3">
        <Link to="/new" className={buttonClass("primary")}>
          {t("library.new")}
        </Link>
        <Link to="/new" search={{ from: "script" }} className={buttonClass("secondary")}>
          {t("library.empty_script")}
        </Link>
      </div>
      <h2 className="mt-14 mb-3 font-medium text-ink-2 text-ui">{t("library.empty_examples")}</h2>
      <ul className="grid gap-3 sm:grid-cols-3">
        {EXAMPLES.map(({ name, still }) => (
          <li key={name}>
            <Link
              to="/new"
              search={{ example: name }}
              className="block h-full overflow-hidden rounded-card border border-line bg-bg-1 transition-colors duration-120 hover:border-line-strong"
            >
              <Frame picture={still} alt="" eager />
              <div className="flex flex-col gap-1.5 p-4">
                <h3 className="font-semibold text-read">{t(`library.example.${name}.title`)}</h3>
                <p className="text-ink-2 text-ui">{t(`library.example.${name}.idea`)}</p>
              </div>
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
