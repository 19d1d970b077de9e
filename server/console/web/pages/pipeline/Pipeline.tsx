import { Route, Switch } from "wouter";
import { Export } from "../../acts/Export";
import { useAddress } from "../../app/address";
import { Page } from "../../app/Page";
import { Views } from "../../app/Views";
import { useWords } from "../../i18n";
import { useFormat } from "../../i18n/format";
import { Choice } from "../../ui/Choice";
import { Filters, noFilter, useFilterFields, whereOf } from "../../ui/Filters";
import { Board } from "./Board";
import { Breakdown } from "./Breakdown";
import { Deal } from "./Deal";
import { dealFields, DealList } from "./DealList";
import { Flow } from "./Flow";
import { Forecast } from "./Forecast";
import { Outcomes } from "./Outcomes";

const filterFields = [
  "owner",
  "owner.team",
  "customer",
  "stage",
  "amount",
  "expected_close",
  "stage_entered_at",
  "source",
  "lost_reason",
  "win_rate",
  "customer.region",
  "customer.industry",
  "customer.tier",
  "created_at",
];

// The whole pipeline, as the tablets filled it: as a board, a list, how it flows, figures by anything, by month, and what became
// of it.
export default function Pipeline() {
  return (
    <Switch>
      <Route path="/app/pipeline/:id">{({ id }) => <Deal id={id} />}</Route>
      <Route>
        <Deals />
      </Route>
    </Switch>
  );
}

function Deals() {
  const { t } = useWords();
  const format = useFormat();
  const [view, setView] = useAddress("view", "board");
  const [filter, setFilter] = useAddress("filter", noFilter);
  const fields = useFilterFields("opportunity", filterFields);
  const where = whereOf(format, filter, fields);
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
            { value: "flow", label: t.pipeline.flow },
            { value: "figures", label: t.pipeline.figures },
            { value: "forecast", label: t.pipeline.forecast },
            { value: "outcomes", label: t.pipeline.outcomes },
          ]}
        />
        <Filters fields={fields} state={filter} onChange={setFilter} />
        <Views page="pipeline" />
        {view === "list" && (
          <Export type="opportunity" where={where} fields={dealFields} counted={t.pipeline.deals} />
        )}
      </div>
      {view === "board" && <Board where={where} lines={filter.lines} />}
      {view === "list" && <DealList where={where} />}
      {view === "flow" && <Flow where={where} />}
      {view === "figures" && <Breakdown where={where} lines={filter.lines} />}
      {view === "forecast" && <Forecast where={where} lines={filter.lines} />}
      {view === "outcomes" && <Outcomes where={where} lines={filter.lines} />}
    </Page>
  );
}
