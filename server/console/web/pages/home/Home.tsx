import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "wouter";
import { api, body, type Schemas } from "../../api/client";
import {
  all,
  is,
  moneyOf,
  textOf,
  useList,
  useTotals,
  type Names,
  type Where,
} from "../../api/records";
import { Initial } from "../../app/Initial";
import { Page } from "../../app/Page";
import { useMe } from "../../app/session";
import { fieldIs, openDeals as openLines, rowsAt } from "../../app/rows";
import { Funnel, type FunnelBy } from "../../charts/Funnel";
import { Progress } from "../../charts/Progress";
import { useWords } from "../../i18n";
import { useFormat } from "../../i18n/format";
import { Card, Figure } from "../../ui/Card";
import { Choice } from "../../ui/Choice";
import { Answer, Empty } from "../../ui/States";
import { Twofold } from "../../ui/LongTable";
import { decidedBy, useExportsWaiting, whatOf } from "../exports/standing";
import { useRequests } from "../people/Requests";
import { openStages } from "../pipeline/stages";
import { isoDay } from "../team/weeks";
import { PlainTable } from "../../ui/PlainTable";
import "./Home.css";

type Review = Schemas["Review"];

export default function Home() {
  const { t } = useWords();
  const format = useFormat();
  const review = useQuery({
    queryKey: ["review"],
    queryFn: () => body(api.GET("/v1/review")),
  });
  return (
    <Page title={t.sections.home} line={format.dayWithWeekday(new Date())}>
      <Answer of={review} rows={8}>
        {(data) => (
          <>
            <Figures review={data} />
            <div className="grid grid-2">
              <Stages review={data} />
              <Team review={data} />
            </div>
            <div className="grid grid-2">
              <Waiting />
              <Asked />
              <Deals
                title={t.home.large}
                order="amount"
                descending
                none={t.home.noneOpen}
                where={openDeals}
                behind={rowsAt("pipeline", openLines, {
                  view: "list",
                  order: JSON.stringify({ by: "amount", descending: true }),
                })}
              />
              <Deals
                title={t.home.quiet}
                order="stage_entered_at"
                none={t.home.noneQuiet}
                where={all(openDeals, {
                  field: "stage_entered_at",
                  op: "below",
                  values: [quietSince()],
                })}
                behind={rowsAt(
                  "pipeline",
                  [
                    ...openLines,
                    { field: "stage_entered_at", op: "at_most", value: dayOf(quietSince()) },
                  ],
                  { view: "list" },
                )}
              />
              <Since />
            </div>
          </>
        )}
      </Answer>
    </Page>
  );
}

const openDeals = is("stage", ...openStages);
const quietDays = 30;
const dayMillis = 24 * 60 * 60 * 1000;

// To the day, so that the question stays the same from one look to the next.
function quietSince(): string {
  const day = new Date(Date.now() - quietDays * dayMillis);
  day.setHours(0, 0, 0, 0);
  return day.toISOString();
}
function yesterday(): string {
  const day = new Date(Date.now() - dayMillis);
  day.setHours(0, 0, 0, 0);
  return day.toISOString();
}

function dayOf(time: string): string {
  return isoDay(new Date(time));
}

// Requests about accounts that wait for this reader's decision.
function Asked() {
  const { t } = useWords();
  const format = useFormat();
  const asked = useRequests();
  return (
    <Answer of={asked}>
      {({ requests }) => {
        const mine = requests.filter(({ may }) => may.decide || may.execute);
        return (
          <Card
            title={t.home.requests(format.number(mine.length))}
            aside={<Link href="/app/people?view=requests">{t.home.all}</Link>}
            flush
          >
            {mine.length === 0 ? (
              <Empty line={t.home.noneAsked} />
            ) : (
              <ul className="home-rows">
                {mine.slice(0, 5).map((request) => (
                  <li key={request.id}>
                    <Twofold
                      first={
                        <Link href="/app/people?view=requests">
                          {t.requests.kinds[request.kind as keyof typeof t.requests.kinds]}{" "}
                          {request.subject?.name ?? request.wishes.name}
                        </Link>
                      }
                      second={`${request.requested_by?.name ?? "–"}, ${request.reason}`}
                    />
                    <span className={request.overdue ? "short" : "figures"}>
                      {format.moment(request.due_at)}
                    </span>
                  </li>
                ))}
              </ul>
            )}
          </Card>
        );
      }}
    </Answer>
  );
}

const waitingShown = 5;

// Exports that somebody asked for, and orders that were submitted and nobody has confirmed yet, the oldest first.
function Waiting() {
  const { t } = useWords();
  const format = useFormat();
  const list = useList("order", {
    fields: ["number", "customer", "owner", "total", "submitted_at"],
    where: is("state", "submitted"),
    order: "submitted_at",
    limit: waitingShown,
  });
  const me = useMe();
  const asked = useExportsWaiting();
  const exports = asked.data ?? { rows: [], names: {} as Names, count: 0 };
  return (
    <Answer of={decidedBy(me).length > 0 && !asked.data ? asked : list}>
      {({ rows, names, count }) => (
        <Card
          title={t.home.waiting(format.number(count + exports.count))}
          aside={
            exports.count === 0 ? (
              <Link href="/app/orders?state=submitted">{t.home.all}</Link>
            ) : (
              <span className="acts-inline">
                <Link href="/app/exports?view=waiting">
                  {t.home.toExports(format.number(exports.count))}
                </Link>
                <Link href="/app/orders?state=submitted">
                  {t.home.toOrders(format.number(count))}
                </Link>
              </span>
            )
          }
          flush
        >
          {count + exports.count === 0 ? (
            <Empty line={t.home.noneWaiting} />
          ) : (
            <ul className="home-rows">
              {exports.rows.map((row) => (
                <li key={row.id}>
                  <Twofold
                    first={
                      <Link href={`/app/exports/${row.id}?view=waiting`}>
                        {t.home.export(whatOf(t, format, row))}
                      </Link>
                    }
                    second={`${exports.names[textOf(row, "owner")] ?? "–"}, ${textOf(row, "reason")}`}
                  />
                  <span className="figures">{format.moment(textOf(row, "created_at"))}</span>
                </li>
              ))}
              {rows.slice(0, Math.max(waitingShown - exports.rows.length, 0)).map((row) => {
                const total = moneyOf(row, "total");
                return (
                  <li key={row.id}>
                    <Twofold
                      first={
                        <Link href={`/app/orders/${row.id}`}>
                          {textOf(row, "number")} {names[textOf(row, "customer")]}
                        </Link>
                      }
                      second={`${names[textOf(row, "owner")] ?? "–"}, ${format.moment(textOf(row, "submitted_at"))}`}
                    />
                    <span className="figures">{total ? format.money(total) : "–"}</span>
                  </li>
                );
              })}
            </ul>
          )}
        </Card>
      )}
    </Answer>
  );
}

function Deals({
  title,
  where,
  order,
  descending = false,
  none,
  behind,
}: {
  title: string;
  where: Where;
  behind: string; // Where all of them are.
  order: string;
  descending?: boolean;
  none: string;
}) {
  const { t } = useWords();
  const format = useFormat();
  const list = useList("opportunity", {
    fields: ["name", "customer", "owner", "amount", "stage", "stage_entered_at"],
    where,
    order,
    descending,
    limit: 5,
  });
  return (
    <Answer of={list}>
      {({ rows, names }) => (
        <Card title={title} aside={<Link href={behind}>{t.home.all}</Link>} flush>
          {rows.length === 0 ? (
            <Empty line={none} />
          ) : (
            <ul className="home-rows">
              {rows.map((row) => {
                const amount = moneyOf(row, "amount");
                const stage = format.choice("opportunity", "stage", textOf(row, "stage"));
                return (
                  <li key={row.id}>
                    <Twofold
                      first={<Link href={`/app/pipeline/${row.id}`}>{textOf(row, "name")}</Link>}
                      second={`${names[textOf(row, "owner")] ?? "–"}, ${names[textOf(row, "customer")] ?? "–"}, ${t.home.stageSince(stage, format.day(textOf(row, "stage_entered_at")))}`}
                    />
                    <span className="figures">{amount ? format.money(amount) : "–"}</span>
                  </li>
                );
              })}
            </ul>
          )}
        </Card>
      )}
    </Answer>
  );
}

const sinceTypes = ["customer", "lead", "opportunity", "order", "visit", "activity"] as const;

// What the tablets have brought since yesterday morning.
function Since() {
  const { t } = useWords();
  return (
    <Card title={t.home.since} flush>
      <ul className="home-rows">
        {sinceTypes.map((type) => (
          <SinceRow key={type} type={type} />
        ))}
      </ul>
    </Card>
  );
}

// Those that have a list of their own.
const listed: Partial<Record<(typeof sinceTypes)[number], string>> = {
  customer: "customers",
  opportunity: "pipeline",
  order: "orders",
};

function SinceRow({ type }: { type: (typeof sinceTypes)[number] }) {
  const { t } = useWords();
  const format = useFormat();
  const totals = useTotals(type, {
    where: { field: "created_at", op: "at_least", values: [yesterday()] },
    by: [],
  });
  const count = totals.data?.rows.reduce((sum, row) => sum + row.count, 0);
  const since = [{ field: "created_at", op: "at_least", value: dayOf(yesterday()) }];
  return (
    <li>
      <span>{format.label(type)}</span>
      <span className="figures">
        {count === undefined ? (
          "…"
        ) : listed[type] ? (
          <Link className="rows" href={rowsAt(listed[type], since, { view: "list" })}>
            {t.home.added(format.number(count))}
          </Link>
        ) : (
          t.home.added(format.number(count))
        )}
      </span>
    </li>
  );
}

function Figures({ review }: { review: Review }) {
  const { t } = useWords();
  const format = useFormat();
  const orders = review.people.reduce((sum, person) => sum + person.orders, 0);
  const ordered = sumOf(review.people.map((person) => person.ordered));
  const visits = review.people.reduce((sum, person) => sum + person.visits, 0);
  const visitsDone = review.people.reduce((sum, person) => sum + person.visits_done, 0);
  return (
    <div className="grid grid-4">
      <Figure
        label={t.home.openTotal}
        value={format.amounts(review.forecast.amount)}
        note={t.home.count(format.number(review.forecast.count))}
        rows={rowsAt("pipeline", openLines, { view: "list" })}
      />
      <Figure
        label={t.home.weighted}
        value={format.amounts(review.forecast.weighted)}
        note={t.home.byWinRate}
        rows="/app/pipeline?view=forecast"
      />
      <Figure
        label={t.home.won(format.month(review.from))}
        value={format.amounts(ordered)}
        note={t.home.orders(format.number(orders))}
        rows={rowsAt("orders", [
          { field: "ordered_on", op: "at_least", value: review.from },
          { field: "ordered_on", op: "at_most", value: review.to },
        ])}
      />
      <Figure
        label={t.home.visits}
        value={`${format.number(visitsDone)} / ${format.number(visits)}`}
        note={t.home.ofPlanned}
        rows="/app/team"
      />
    </div>
  );
}

function sumOf(lists: Schemas["Money"][][]): Schemas["Money"][] {
  const sums = new Map<string, number>();
  for (const { minor, currency } of lists.flat()) {
    sums.set(currency, (sums.get(currency) ?? 0) + minor);
  }
  return [...sums].map(([currency, minor]) => ({ minor, currency }));
}

function Stages({ review }: { review: Review }) {
  const { t } = useWords();
  const [by, setBy] = useState<FunnelBy>("count");
  const open = review.stages.filter(({ stage }) => stage !== "won" && stage !== "lost");
  return (
    <Card
      title={t.home.funnel}
      aside={
        <Choice
          label={t.home.funnel}
          value={by}
          onChange={setBy}
          options={[
            { value: "count", label: t.home.byCount },
            { value: "amount", label: t.home.byAmount },
          ]}
        />
      }
    >
      <Funnel stages={open} by={by} />
    </Card>
  );
}

function Team({ review }: { review: Review }) {
  const { t } = useWords();
  const format = useFormat();
  const people = review.people.filter((person) => person.user);
  const { from, to } = review;
  return (
    <Card title={t.home.team} flush>
      {people.length === 0 ? (
        <Empty line={t.home.nobody} />
      ) : (
        <PlainTable
          label={t.home.team}
          rows={people}
          keyOf={(person) => person.user ?? ""}
          columns={[
            {
              name: t.home.member,
              cell: (person) => (
                <span className="member">
                  <Initial name={person.name} />
                  {person.name}
                </span>
              ),
            },
            {
              name: t.home.visitsShort,
              cell: (person) => <Progress done={person.visits_done} of={person.visits} />,
            },
            {
              name: t.home.open,
              figures: true,
              cell: (person) => (
                <Link
                  className="rows"
                  href={rowsAt("pipeline", [fieldIs("owner", person.user), ...openLines], {
                    view: "list",
                  })}
                >
                  {person.open.amount.map((money) => format.short(money)).join(" + ") || "–"}
                </Link>
              ),
            },
            {
              name: t.home.weightedShort,
              figures: true,
              wide: true,
              cell: (person) =>
                person.open.weighted.map((money) => format.short(money)).join(" + ") || "–",
            },
            {
              name: t.home.ordered,
              figures: true,
              cell: (person) => (
                <Link
                  className="rows"
                  href={rowsAt("orders", [
                    fieldIs("owner", person.user),
                    { field: "ordered_on", op: "at_least", value: from },
                    { field: "ordered_on", op: "at_most", value: to },
                  ])}
                >
                  {person.ordered.map((money) => format.short(money)).join(" + ") || "–"}
                </Link>
              ),
            },
          ]}
        />
      )}
    </Card>
  );
}
