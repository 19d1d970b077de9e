import { useState } from "react";
import { api, body, type Problem } from "../../api/client";
import { useWords } from "../../i18n";
import { Button } from "../../ui/Button";
import { Card } from "../../ui/Card";
import { Secret } from "./Secret";

// The private address under which calendar programs find one's appointments and reminders.
export function Calendar() {
  const { t } = useWords();
  const [url, setUrl] = useState("");
  const [ended, setEnded] = useState(false);
  const [failed, setFailed] = useState<Problem | null>(null);
  const attempt = async (work: () => Promise<void>) => {
    setFailed(null);
    setEnded(false);
    try {
      await work();
    } catch (error) {
      setFailed(error as Problem);
    }
  };
  const renew = () =>
    attempt(async () => setUrl((await body(api.POST("/v1/me/calendar"))).url ?? ""));
  const end = () =>
    attempt(async () => {
      await body(api.DELETE("/v1/me/calendar"));
      setUrl("");
      setEnded(true);
    });
  return (
    <Card title={t.api.calendar}>
      <p>{t.api.calendarFor}</p>
      <div className="api-buttons">
        <Button kind="primary" onPress={() => void renew()}>
          {t.api.renewCalendar}
        </Button>
        <Button kind="danger" onPress={() => void end()}>
          {t.api.endCalendar}
        </Button>
      </div>
      {failed && (
        <p className="notice notice-refused" role="alert">
          {failed.sentence || t.states.unreachable}
        </p>
      )}
      {ended && <p role="status">{t.api.calendarEnded}</p>}
      {url !== "" && <Secret line={t.api.calendarOnce} text={url} />}
    </Card>
  );
}
