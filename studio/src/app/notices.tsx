import { useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { keys } from "@/api/queries";
import { useTitle } from "@/lib/use-title";
import { Button, buttonClass } from "@/ui/button";
import { Notice, Page } from "./page";

export function NotFoundPage({ what = "page" }: { what?: "page" | "episode" }) {
  const { t } = useTranslation();
  useTitle([t("not_found.title")]);
  return (
    <Page title={null}>
      <Notice title={t("not_found.title")}>
        <p className="text-ink-2 text-lead">{t(`not_found.${what}`)}</p>
        <Link to="/" className={buttonClass("primary")}>
          {t("common.back_to_library")}
        </Link>
      </Notice>
    </Page>
  );
}

export function CrashPage() {
  const { t } = useTranslation();
  return (
    <Page title={null}>
      <Notice title={t("error.crash")}>
        <p className="text-ink-2 text-lead">{t("error.crash_detail")}</p>
        <Button look="primary" onClick={() => location.reload()}>
          {t("common.retry")}
        </Button>
      </Notice>
    </Page>
  );
}

export function SignedOutPage() {
  const { t } = useTranslation();
  const client = useQueryClient();
  useTitle([t("signed_out.title")]);
  return (
    <main id="main" tabIndex={-1} className="outline-none">
      <Notice title={t("signed_out.title")}>
        <p className="text-ink-2 text-lead">{t("signed_out.lead")}</p>
        <p className="text-ink-2 text-read">{t("signed_out.again")}</p>
        <pre className="w-full rounded-control border border-line bg-bg-1 px-3 py-2 font-mono text-ink text-ui">
          ./vimax status
        </pre>
        <Button look="primary" onClick={() => void client.invalidateQueries({ queryKey: keys.session })}>
          {t("signed_out.check")}
        </Button>
      </Notice>
    </main>
  );
}
