import { useState } from "react";
import { Route, Switch, useLocation, useSearch } from "wouter";
import {
  all,
  is,
  textOf,
  useLongList,
  usePeople,
  useTeams,
  type Row,
  type Where,
} from "../../api/records";
import { useAddress } from "../../app/address";
import { Page } from "../../app/Page";
import { useMe } from "../../app/session";
import { useWords } from "../../i18n";
import { useFormat } from "../../i18n/format";
import { Badge } from "../../ui/Badge";
import { Choice } from "../../ui/Choice";
import { Twofold, type Column, type Order } from "../../ui/LongTable";
import { RecordTable } from "../../ui/RecordTable";
import { Decide, type Verdict } from "./Decide";
import { ExportActs, type Acting } from "./ExportActs";
import { ExportDrawer } from "./ExportDrawer";
import {
  decidedBy,
  exportFields,
  filterOf,
  lookOf,
  namesOf,
  useExportsWaiting,
  waitingWhere,
  whatOf,
} from "./standing";
import { useTaking } from "./useTaking";

export default function Exports() {
  return (
    <Switch>
      <Route path="/app/exports/:id">{({ id }) => <ExportList open={id} />}</Route>
      <Route>
        <ExportList />
      </Route>
    </Switch>
  );
}

type View = "waiting" | "mine" | "all";
const newestFirst: Order = { by: "created_at", descending: true };

// What was taken out of Fieldbook or is to be: one's own, and that of those one answers for. One of them opens beside the list.
function ExportList({ open }: { open?: string }) {
  const { t } = useWords();
  const format = useFormat();
  const me = useMe();
  const [, go] = useLocation();
  const search = useSearch();
  const [view, setView] = useAddress<View>("view", "all");
  const [order, setOrder] = useAddress("order", newestFirst);
  const [deciding, setDeciding] = useState<{ row: Row; verdict: Verdict } | null>(null);
  const { take, taking, refused } = useTaking();
  // Of what filters refer to.
  const names = namesOf(usePeople(), useTeams());
  const waiting = useExportsWaiting();
  const wheres: Record<View, Where> = {
    waiting: waitingWhere(me),
    mine: is("owner", me.user.id),
    all: all(),
  };
  const list = useLongList("export_request", {
    fields: exportFields,
    where: wheres[view],
    order: order.by,
    descending: order.descending,
  });
  const acting: Acting = {
    take,
    taking,
    decide: (row, verdict) => setDeciding({ row, verdict }),
  };
  const at = (id?: string) => `/app/exports${id ? `/${id}` : ""}${search && `?${search}`}`;
  const columns: Column<Row>[] = [
    {
      id: "what",
      name: t.exports.whoAndWhat,
      width: "minmax(0, 1.4fr)",
      cell: (row) => (
        <Twofold
          first={names[textOf(row, "owner")] ?? t.team.somebody}
          second={whatOf(t, format, row)}
        />
      ),
    },
    {
      id: "why",
      name: t.exports.whyAndFilter,
      width: "minmax(0, 2fr)",
      from: "tablet",
      cell: (row) => (
        <Twofold
          first={textOf(row, "reason")}
          second={filterOf(t, format, row, names) || t.exports.everything}
        />
      ),
    },
    {
      id: "state",
      name: format.field("export_request", "state"),
      width: "148px",
      cell: (row) => <Badge {...lookOf(t, format, row)} />,
    },
    {
      id: "when",
      name: t.history.when,
      width: "116px",
      from: "tablet",
      figures: true,
      order: "created_at",
      cell: (row) => format.moment(textOf(row, "created_at")),
    },
    {
      id: "acts",
      name: "",
      width: "188px",
      from: "wide",
      figures: true,
      cell: (row) => (
        // They do not open the row.
        <span className="acts-inline" onClick={(event) => event.stopPropagation()}>
          <ExportActs row={row} acting={acting} />
        </span>
      ),
    },
  ];
  const views: View[] =
    decidedBy(me).length > 0
      ? ["waiting", "mine", "all"]
      : me.may.manage || me.may.audit
        ? ["mine", "all"]
        : [];
  const decided = () => {
    setDeciding(null);
    // The buttons that asked for it are gone with the former state.
    requestAnimationFrame(() => {
      if (document.activeElement !== document.body) return;
      const next = [".drawer-head h2", '.long-row[tabindex="0"]', "#content"];
      next
        .map((selector) => document.querySelector<HTMLElement>(selector))
        .find(Boolean)
        ?.focus();
    });
  };
  return (
    <Page title={t.sections.exports} line={t.exports.count(format.number(list.count))}>
      {views.length > 0 && (
        <div className="list-tools">
          <Choice
            label={t.exports.views}
            value={view}
            onChange={setView}
            options={views.map((value) => ({
              value,
              label: t.exports[value],
              ...(value === "waiting" && waiting.data && { count: waiting.data.count }),
            }))}
          />
        </div>
      )}
      {refused && (
        <p className="notice notice-refused" role="alert">
          {refused}
        </p>
      )}
      <div className={open ? "with-drawer" : ""}>
        <div>
          <RecordTable
            label={t.sections.exports}
            list={list}
            // Beside an open one there is room for the most important.
            columns={open ? columns.filter(({ id }) => id !== "why" && id !== "acts") : columns}
            order={order}
            onOrder={setOrder}
            onOpen={({ id }) => go(at(id))}
            selected={open}
            none={view === "waiting" ? t.exports.noneWaiting : t.exports.none}
          />
        </div>
        {open && (
          <ExportDrawer
            key={open}
            id={open}
            names={names}
            acting={acting}
            onClose={() => go(at())}
          />
        )}
      </div>
      {deciding && <Decide {...deciding} names={names} onClose={decided} />}
    </Page>
  );
}
