import { Route, Switch, useLocation } from "wouter";
import { useImports, type Import as Job } from "../../api/imports";
import type { RecordType } from "../../api/records";
import { Page } from "../../app/Page";
import { useWords } from "../../i18n";
import { useFormat } from "../../i18n/format";
import { Badge } from "../../ui/Badge";
import { Button } from "../../ui/Button";
import { Card } from "../../ui/Card";
import { FileUp } from "../../ui/icons";
import { LongTable, Twofold, type Column } from "../../ui/LongTable";
import { Answer, Empty } from "../../ui/States";
import { ImportDrawer } from "./ImportDrawer";
import { NewImport } from "./NewImport";
import { lookOf, outcomeOf } from "./standing";
import "./Import.css";

export default function Import() {
  return (
    <Switch>
      <Route path="/app/import/new">
        <NewImport />
      </Route>
      <Route path="/app/import/:id">{({ id }) => <ImportList open={id} />}</Route>
      <Route>
        <ImportList />
      </Route>
    </Switch>
  );
}

// What was brought in from files, and the way to bring in more. One of them opens beside the list.
function ImportList({ open }: { open?: string }) {
  const { t } = useWords();
  const format = useFormat();
  const [, go] = useLocation();
  const asked = useImports();
  const begin = (
    <Button kind="primary" onPress={() => go("/app/import/new")}>
      <FileUp size={18} strokeWidth={1.75} aria-hidden />
      {t.imports.open}
    </Button>
  );
  const count = asked.data?.length ?? 0;
  return (
    <Page
      title={t.sections.import}
      line={count > 0 && t.imports.count(format.number(count))}
      actions={count > 0 && begin}
    >
      <div className={open ? "with-drawer" : ""}>
        <div>
          <Answer of={asked} rows={10}>
            {(jobs) =>
              jobs.length === 0 ? (
                <Card>
                  <Empty line={t.imports.none}>{begin}</Empty>
                </Card>
              ) : (
                <ImportTable jobs={jobs} open={open} />
              )
            }
          </Answer>
        </div>
        {open && <ImportDrawer key={open} id={open} onClose={() => go("/app/import")} />}
      </div>
    </Page>
  );
}

function ImportTable({ jobs, open }: { jobs: Job[]; open?: string }) {
  const { t } = useWords();
  const format = useFormat();
  const [, go] = useLocation();
  const columns: Column<Job>[] = [
    {
      id: "file",
      name: t.imports.fileAndSource,
      width: "minmax(0, 1.4fr)",
      cell: ({ name, type, source }) => (
        <Twofold first={name} second={`${format.label(type as RecordType)} · ${source}`} />
      ),
    },
    {
      id: "outcome",
      name: t.imports.outcome,
      width: "minmax(0, 1.4fr)",
      from: "tablet",
      cell: (job) => {
        const [first, second] = outcomeOf(t, format, job);
        return first && second ? <Twofold first={first} second={second} /> : first || second || "–";
      },
    },
    {
      id: "state",
      name: t.imports.state,
      width: "136px",
      cell: (job) => <Badge {...lookOf(t, job)} />,
    },
    {
      id: "who",
      name: t.imports.who,
      width: "112px",
      from: "wide",
      cell: ({ by }) => by.name || "–",
    },
    {
      id: "when",
      name: t.history.when,
      width: "124px",
      from: "tablet",
      figures: true,
      cell: ({ at }) => format.moment(at),
    },
  ];
  return (
    <div className="card card-flush table-card">
      <LongTable
        label={t.sections.import}
        rows={jobs}
        count={jobs.length}
        // Beside an open one there is room for the most important.
        columns={open ? columns.filter(({ id }) => id !== "outcome" && id !== "who") : columns}
        onOpen={({ id }) => go(`/app/import/${id}`)}
        selected={open}
      />
    </div>
  );
}
