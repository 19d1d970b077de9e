import { Link } from "wouter";
import { all, is, useTotals, type Money, type RecordType, type Where } from "../../api/records";
import { useAddress } from "../../app/address";
import { fieldIs, openDeals, rowsAt } from "../../app/rows";
import { useWords } from "../../i18n";
import { useFormat } from "../../i18n/format";
import { Card } from "../../ui/Card";
import { fieldText } from "../../ui/FieldValue";
import type { FilterLine } from "../../ui/Filters";
import { daysOf, Period, type PeriodName } from "../../ui/Period";
import { PlainTable } from "../../ui/PlainTable";
import { Select } from "../../ui/Select";
import { Answer, Empty } from "../../ui/States";
import { openStages } from "./stages";

const dimensions = [
  "owner",
  "owner.team",
  "customer.region",
  "customer.industry",
  "customer.tier",
  "source",
  "customer",
];

interface Group {
  key: unknown;
  label: string;
  open: number;
  amount: Money[];
  weighted: Money[];
  won: number;
  wonAmount: Money[];
  lost: number;
}

// The pipeline by whatever one wants to see it by: what is open now, and what was won and lost in a period.
export function Breakdown({ where, lines }: { where?: Where; lines: FilterLine[] }) {
  const { t } = useWords();
  const format = useFormat();
  const [by, setBy] = useAddress("by", "owner");
  const [period, setPeriod] = useAddress<PeriodName>("period", "twelve_months");
  const days = daysOf(period);
  const open = useTotals("opportunity", {
    where: all(where, is("stage", ...openStages)),
    by: [{ field: by }],
    sum: ["amount", "weighted"],
  });
  const decided = useTotals("opportunity", {
    where: all(where, is("stage", "won", "lost"), ...within("stage_entered_at", days)),
    by: [{ field: by }, { field: "stage" }],
    sum: ["amount"],
  });
  const label = (path: string) => {
    const [first, second] = path.split(".");
    const of = format.specOf("opportunity", first!)?.to as RecordType | undefined;
    return second && of ? format.field(of, second) : format.field("opportunity", first!);
  };
  const asked = open.data === undefined ? open : decided;
  const rowsOf = (group: Group, more: FilterLine[]) =>
    rowsAt("pipeline", [...lines, fieldIs(by, group.key), ...more], { view: "list" });
  const inPeriod: FilterLine[] = [
    { field: "stage_entered_at", op: "at_least", value: days.from },
    { field: "stage_entered_at", op: "at_most", value: days.to },
  ];
  return (
    <>
      <div className="list-tools">
        <Select
          label={t.pipeline.by}
          value={by}
          options={dimensions.map((path) => ({ value: path, label: label(path) }))}
          onChange={setBy}
        />
        <Period value={period} onChange={setPeriod} />
      </div>
      <Answer of={asked} rows={8}>
        {() => {
          const name = nameOf(format, by, { ...open.data?.names, ...decided.data?.names });
          const groups = groupsOf(open.data?.rows ?? [], decided.data?.rows ?? [], (key) =>
            key === null ? t.pipeline.unsaid : name(key),
          );
          const size = (group: Group) => format.sum(group.amount) + format.sum(group.wonAmount);
          groups.sort((a, b) => size(b) - size(a));
          return (
            <Card flush>
              {groups.length === 0 ? (
                <Empty line={t.pipeline.none} />
              ) : (
                <PlainTable
                  label={t.pipeline.figures}
                  rows={groups}
                  keyOf={({ key }) => String(key)}
                  columns={[
                    { name: label(by), cell: (group) => group.label },
                    {
                      name: t.pipeline.open,
                      figures: true,
                      cell: (group) => (
                        <Link className="rows" href={rowsOf(group, openDeals)}>
                          {format.number(group.open)}
                        </Link>
                      ),
                    },
                    {
                      name: t.pipeline.openAmount,
                      figures: true,
                      cell: (group) => format.amounts(group.amount),
                    },
                    {
                      name: t.pipeline.weightedAmount,
                      figures: true,
                      wide: true,
                      cell: (group) => format.amounts(group.weighted),
                    },
                    {
                      name: t.pipeline.won,
                      figures: true,
                      cell: (group) => (
                        <Link
                          className="rows"
                          href={rowsOf(group, [fieldIs("stage", "won"), ...inPeriod])}
                        >
                          {format.number(group.won)}
                        </Link>
                      ),
                    },
                    {
                      name: t.pipeline.wonAmount,
                      figures: true,
                      wide: true,
                      cell: (group) => format.amounts(group.wonAmount),
                    },
                    {
                      name: t.pipeline.lost,
                      figures: true,
                      wide: true,
                      cell: (group) => (
                        <Link
                          className="rows"
                          href={rowsOf(group, [fieldIs("stage", "lost"), ...inPeriod])}
                        >
                          {format.number(group.lost)}
                        </Link>
                      ),
                    },
                    {
                      name: t.pipeline.winRate,
                      figures: true,
                      cell: ({ won, lost }) =>
                        won + lost === 0
                          ? "–"
                          : format.percent(Math.round((won * 10_000) / (won + lost))),
                    },
                  ]}
                />
              )}
            </Card>
          );
        }}
      </Answer>
    </>
  );
}

// Of the days of a period; times are those of the reader's clock.
export function within(field: string, { from, to }: { from: string; to: string }): Where[] {
  return [
    { field, op: "at_least", values: [new Date(from + "T00:00").toISOString()] },
    { field, op: "at_most", values: [new Date(to + "T23:59:59.999").toISOString()] },
  ];
}

function nameOf(format: ReturnType<typeof useFormat>, path: string, names: Record<string, string>) {
  const [first, second] = path.split(".");
  const of = second
    ? (format.specOf("opportunity", first!)?.to as RecordType)
    : ("opportunity" as const);
  return (key: unknown) => fieldText(format, of, second ?? first!, key, names);
}

interface TotalsRow {
  by: unknown[];
  count: number;
  sums: Money[][];
}

function groupsOf(open: TotalsRow[], decided: TotalsRow[], label: (key: unknown) => string) {
  const groups = new Map<unknown, Group>();
  const of = (key: unknown) => {
    const known = groups.get(key) ?? {
      key,
      label: label(key),
      open: 0,
      amount: [],
      weighted: [],
      won: 0,
      wonAmount: [],
      lost: 0,
    };
    groups.set(key, known);
    return known;
  };
  for (const { by, count, sums } of open) {
    Object.assign(of(by[0] ?? null), {
      open: count,
      amount: sums[0] ?? [],
      weighted: sums[1] ?? [],
    });
  }
  for (const { by, count, sums } of decided) {
    const group = of(by[0] ?? null);
    if (by[1] === "won") Object.assign(group, { won: count, wonAmount: sums[0] ?? [] });
    else group.lost = count;
  }
  return [...groups.values()];
}
