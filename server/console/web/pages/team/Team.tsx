import { Link } from "wouter";
import { all, textOf, useList, useTotals } from "../../api/records";
import { useAddress } from "../../app/address";
import { rowsAt } from "../../app/rows";
import { Page } from "../../app/Page";
import { Initial } from "../../app/Initial";
import { useWords } from "../../i18n";
import { useFormat } from "../../i18n/format";
import { Button } from "../../ui/Button";
import { Card } from "../../ui/Card";
import { Choice } from "../../ui/Choice";
import { ChevronLeft, ChevronRight } from "../../ui/icons";
import { PlainTable } from "../../ui/PlainTable";
import { Answer, Empty } from "../../ui/States";
import { Calendar } from "./Calendar";
import { daysFrom, isoDay, mondayOf, plusDays } from "./weeks";
import "./Team.css";

export default function Team() {
  const { t } = useWords();
  const format = useFormat();
  const thisWeek = mondayOf(new Date());
  const [week, setWeek] = useAddress("week", thisWeek);
  const [view, setView] = useAddress("view", "week");
  return (
    <Page title={t.sections.team} line={`${format.day(week)} – ${format.day(plusDays(week, 6))}`}>
      <div className="list-tools">
        <Button
          kind="secondary"
          aria-label={t.team.previous}
          onPress={() => setWeek(plusDays(week, -7))}
        >
          <ChevronLeft size={18} strokeWidth={1.75} aria-hidden />
        </Button>
        <Button kind="secondary" onPress={() => setWeek(thisWeek)}>
          {t.team.thisWeek}
        </Button>
        <Button
          kind="secondary"
          aria-label={t.team.next}
          onPress={() => setWeek(plusDays(week, 7))}
        >
          <ChevronRight size={18} strokeWidth={1.75} aria-hidden />
        </Button>
        <Choice
          label={t.pipeline.views}
          value={view}
          onChange={setView}
          options={[
            { value: "week", label: t.team.figures },
            { value: "calendar", label: t.team.calendar },
          ]}
        />
      </div>
      {view === "calendar" ? (
        <Calendar monday={week} />
      ) : (
        <>
          <Week monday={week} />
          <div className="grid grid-2 team-below">
            <Activity monday={week} />
            <Unseen />
          </div>
        </>
      )}
    </Page>
  );
}

export function within(field: string, monday: string) {
  return all(
    { field, op: "at_least", values: [new Date(monday + "T00:00").toISOString()] },
    { field, op: "below", values: [new Date(plusDays(monday, 7) + "T00:00").toISOString()] },
  );
}

// Each person's visits by day: how many of those planned were done.
function Week({ monday }: { monday: string }) {
  const { t } = useWords();
  const format = useFormat();
  const visits = useTotals("visit", {
    where: within("planned_at", monday),
    by: [{ field: "owner" }, { field: "planned_at", step: "day" }, { field: "state" }],
  });
  const days = daysFrom(monday);
  const today = isoDay(new Date());
  return (
    <Answer of={visits} rows={8}>
      {({ rows, names }) => {
        const people = [...new Set(rows.map(({ by }) => String(by[0])))].sort((a, b) =>
          (names[a] ?? "").localeCompare(names[b] ?? "", format.language === "zh" ? "zh" : "en"),
        );
        if (people.length === 0) {
          return (
            <Card>
              <Empty line={t.team.noVisits} />
            </Card>
          );
        }
        const count = (person: string, day: string | null, states?: string[]) =>
          rows
            .filter(
              ({ by }) =>
                by[0] === person &&
                (day === null || by[1] === day) &&
                (!states || states.includes(String(by[2]))),
            )
            .reduce((sum, row) => sum + row.count, 0);
        return (
          <Card title={t.team.week} flush>
            <PlainTable
              label={t.team.week}
              rows={people}
              keyOf={(person) => person}
              columns={[
                {
                  name: t.team.person,
                  cell: (person) => (
                    <span className="member">
                      <Initial name={names[person] ?? ""} />
                      {names[person] ?? t.team.somebody}
                    </span>
                  ),
                },
                ...days.map((day) => ({
                  name: format.weekday(day),
                  figures: true,
                  cell: (person: string) => {
                    const planned = count(person, day);
                    const done = count(person, day, ["done"]);
                    if (planned === 0) return <span className="nothing">·</span>;
                    const short = done < planned && day < today;
                    return (
                      <Link
                        className={`rows ${short ? "short" : ""}`}
                        href={rowsAt("team", [], { view: "calendar", week: monday, person })}
                      >
                        {format.number(done)}/{format.number(planned)}
                      </Link>
                    );
                  },
                })),
                {
                  name: t.team.sum,
                  figures: true,
                  cell: (person) => (
                    <strong>
                      {format.number(count(person, null, ["done"]))}/
                      {format.number(count(person, null))}
                    </strong>
                  ),
                },
              ]}
            />
          </Card>
        );
      }}
    </Answer>
  );
}

// What else was recorded in the week, by person and kind.
function Activity({ monday }: { monday: string }) {
  const { t } = useWords();
  const format = useFormat();
  const activities = useTotals("activity", {
    where: within("happened_at", monday),
    by: [{ field: "owner" }, { field: "kind" }],
  });
  return (
    <Answer of={activities}>
      {({ rows, names }) => {
        const people = [...new Set(rows.map(({ by }) => String(by[0])))];
        const kinds = format
          .choices("activity", "kind")
          .filter(({ code }) => rows.some(({ by }) => by[1] === code));
        return (
          <Card title={t.team.activity} flush>
            {people.length === 0 ? (
              <Empty line={t.team.noActivity} />
            ) : (
              <PlainTable
                label={t.team.activity}
                rows={people}
                keyOf={(person) => person}
                columns={[
                  { name: t.team.person, cell: (person) => names[person] ?? t.team.somebody },
                  ...kinds.map(({ code, label }) => ({
                    name: label,
                    figures: true,
                    cell: (person: string) => {
                      const found = rows.find(({ by }) => by[0] === person && by[1] === code);
                      return found ? (
                        format.number(found.count)
                      ) : (
                        <span className="nothing">·</span>
                      );
                    },
                  })),
                ]}
              />
            )}
          </Card>
        );
      }}
    </Answer>
  );
}

// Whom nobody has spoken to for the longest: never first.
function Unseen() {
  const { t } = useWords();
  const format = useFormat();
  const list = useList("customer", {
    fields: ["name", "owner", "last_contact_at", "tier"],
    where: { field: "status", op: "not", values: ["lost"] },
    order: "last_contact_at",
    limit: 8,
  });
  return (
    <Answer of={list}>
      {({ rows, names }) => (
        <Card title={t.team.unseen} flush>
          {rows.length === 0 ? (
            <Empty line={t.customers.none} />
          ) : (
            <PlainTable
              label={t.team.unseen}
              rows={rows}
              keyOf={(row) => row.id}
              columns={[
                {
                  name: format.label("customer"),
                  cell: (row) => (
                    <Link href={`/app/customers/${row.id}`}>{textOf(row, "name")}</Link>
                  ),
                },
                {
                  name: format.field("customer", "owner"),
                  cell: (row) => names[textOf(row, "owner")] ?? t.customers.nobody,
                },
                {
                  name: format.field("customer", "last_contact_at"),
                  figures: true,
                  cell: (row) =>
                    textOf(row, "last_contact_at")
                      ? format.moment(textOf(row, "last_contact_at"), false)
                      : t.customers.never,
                },
              ]}
            />
          )}
        </Card>
      )}
    </Answer>
  );
}
