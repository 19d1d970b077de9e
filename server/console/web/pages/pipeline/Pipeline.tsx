import { usePeople } from "../../api/records";
import { useAddress } from "../../app/address";
import { Page } from "../../app/Page";
import { useWords } from "../../i18n";
import { Choice } from "../../ui/Choice";
import { Filters, noFilter, useFilterFields, whereOf } from "../../ui/Filters";
import { Board } from "./Board";
import { DealList } from "./DealList";
import { Forecast } from "./Forecast";
import { Outcomes } from "./Outcomes";

const filterFields = [
  "owner",
  "stage",
  "amount",
  "expected_close",
  "source",
  "win_rate",
  "customer.region",
  "customer.industry",
  "customer.tier",
  "created_at",
];

// The whole pipeline, as the tablets filled it: as a board, a list, figures by month, and what became of it.
export default function Pipeline() {
  const { t } = useWords();
  const [view, setView] = useAddress("view", "board");
  const [filter, setFilter] = useAddress("filter", noFilter);
  const fields = useFilterFields("opportunity", filterFields, usePeople());
  const where = whereOf(filter, fields);
  return (
    <Page title={t.sections.pipeline}>
      <div className="list-tools">
        <Choice
          label={t.pipeline.views}
          value={view}
          onChange={setView}
          options={[
            { value: "board", label: t.pipeline.board },
            { value: "list", label: t.pipeline.list },
            { value: "forecast", label: t.pipeline.forecast },
            { value: "outcomes", label: t.pipeline.outcomes },
          ]}
        />
        <Filters fields={fields} state={filter} onChange={setFilter} />
      </div>
      {view === "board" && <Board where={where} />}
      {view === "list" && <DealList where={where} />}
      {view === "forecast" && <Forecast where={where} />}
      {view === "outcomes" && <Outcomes where={where} />}
    </Page>
  );
}
