import { useState } from "react";
import { api, body } from "../../api/client";
import { useWords } from "../../i18n";
import { Button } from "../../ui/Button";
import { Card } from "../../ui/Card";
import { Dialog } from "../../ui/Dialog";
import { Secret } from "./Secret";

// The private address under which calendar programs find one's appointments and reminders. Nothing tells whether there is one, so
// that a new one is asked for as if it ended another.
export function Calendar() {
  const { t } = useWords();
  const [url, setUrl] = useState("");
  const [ended, setEnded] = useState(false);
  const [asking, setAsking] = useState<"renew" | "end" | null>(null);
  const words = { renew: t.api.renewCalendar, end: t.api.endCalendar };
  const renew = async () => {
    setUrl((await body(api.POST("/v1/me/calendar"))).url ?? "");
    setEnded(false);
  };
  const end = async () => {
    await body(api.DELETE("/v1/me/calendar"));
    setUrl("");
    setEnded(true);
  };
  return (
    <Card title={t.api.calendar}>
      <p>{t.api.calendarFor}</p>
      <div className="api-buttons">
        <Button kind="primary" onPress={() => setAsking("renew")}>
          {words.renew}
        </Button>
        <Button kind="danger" onPress={() => setAsking("end")}>
          {words.end}
        </Button>
      </div>
      {ended && <p role="status">{t.api.calendarEnded}</p>}
      {url !== "" && <Secret line={t.api.calendarOnce} text={url} />}
      {asking && (
        <Dialog
          title={words[asking]}
          action={words[asking]}
          danger
          onSubmit={asking === "renew" ? renew : end}
          onClose={() => setAsking(null)}
        >
          <p>{t.api.calendarMeans}</p>
        </Dialog>
      )}
    </Card>
  );
}
