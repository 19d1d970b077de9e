import { useAddress } from "../../app/address";
import { Page } from "../../app/Page";
import { useWords } from "../../i18n";
import { Choice } from "../../ui/Choice";
import { Calendar } from "./Calendar";
import { Keys } from "./Keys";
import { Reference } from "./Reference";
import "./Api.css";

type View = "reference" | "keys" | "calendar";

// What other programs need: what can be asked of the server, by which keys, and where one's own calendar is.
export default function Api() {
  const { t } = useWords();
  const [view, setView] = useAddress<View>("view", "reference");
  return (
    <Page title={t.sections.api} line={t.api.line}>
      <div className="list-tools">
        <Choice<View>
          label={t.api.views}
          value={view}
          onChange={setView}
          options={[
            { value: "reference", label: t.api.reference },
            { value: "keys", label: t.api.keys },
            { value: "calendar", label: t.api.calendar },
          ]}
        />
      </div>
      {view === "reference" && <Reference />}
      {view === "keys" && <Keys />}
      {view === "calendar" && <Calendar />}
    </Page>
  );
}
