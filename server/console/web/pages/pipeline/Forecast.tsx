import { Link } from "wouter";
import { all, is, useTotals, type Money, type Where } from "../../api/records";
import { monthIs, rowsAt } from "../../app/rows";
import { Columns, type ColumnOfChart } from "../../charts/Columns";
import { useWords } from "../../i18n";
import { useFormat } from "../../i18n/format";
import { Card } from "../../ui/Card";
import type { FilterLine } from "../../ui/Filters";
import { PlainTable } from "../../ui/PlainTable";
import { Answer, Empty } from "../../ui/States";
import { useFlow } from "./Flow";
import { openStages } from "./stages";

// What is expected in each month: what is won, what was promised by word, and the rest by its win rate.
export function Forecast({ where, lines }: { where?: Where; lines: FilterLine[] }) {
  const { t } = useWords();
  const format = useFormat();
  const totals = useTotals("opportunity", {
    where: all(where, is("stage", ...openStages, "won"), {
      field: "expected_close",
      op: "present",
    }),
    by: [{ field: "expected_close", step: "month" }, { field: "stage" }],
    sum: ["amount", "weighted"],
  });
  const flow = useFlow("month", where);
  const before = flow.data?.forecast_before ?? [];
  return (
    <Answer of={totals} rows={8}>
      {({ rows }) => {
        const months = monthsOf(rows.map(({ by }) => String(by[0])));
        if (months.length === 0) {
          return (
            <Card>
              <Empty line={t.pipeline.noForecast} />
            </Card>
          );
        }
        const currency = rows.flatMap(({ sums }) => sums[0] ?? [])[0]?.currency ?? "CNY";
        const sum = (month: string, stages: string[], which: 0 | 1) =>
          rows
            .filter(({ by }) => by[0] === month && stages.includes(String(by[1])))
            .flatMap(({ sums }) => sums[which] ?? [])
            .filter((money) => money.currency === currency)
            .reduce((total, { minor }) => total + minor, 0);
        const columns: ColumnOfChart[] = months.map((month) => ({
          label: format.month(month),
          parts: [
            sum(month, ["won"], 0),
            sum(month, ["verbal"], 1),
            sum(month, openStages.slice(0, 4), 1),
          ],
        }));
        const money = (minor: number): Money => ({ minor, currency });
        const openNow = (parts: number[]) => parts[1]! + parts[2]!;
        const openBefore = (month: string) =>
          (before.find((one) => one.month === month)?.weighted ?? [])
            .filter((one) => one.currency === currency)
            .reduce((sum, { minor }) => sum + minor, 0);
        return (
          <div className="grid">
            <Card title={t.pipeline.byMonth}>
              <Columns
                label={t.pipeline.byMonth}
                columns={columns}
                parts={[t.pipeline.won, t.pipeline.promised, t.pipeline.weighted]}
                currency={currency}
              />
            </Card>
            <Card flush>
              <PlainTable
                label={t.pipeline.byMonth}
                rows={columns.map((column, index) => ({ ...column, month: months[index]! }))}
                keyOf={({ month }) => month}
                columns={[
                  {
                    name: t.pipeline.month,
                    cell: ({ label, month }) => (
                      <Link
                        className="rows"
                        href={rowsAt("pipeline", [...lines, ...monthIs("expected_close", month)], {
                          view: "list",
                        })}
                      >
                        {label}
                      </Link>
                    ),
                  },
                  {
                    name: t.pipeline.won,
                    figures: true,
                    cell: ({ parts }) => format.money(money(parts[0]!)),
                  },
                  {
                    name: t.pipeline.promised,
                    figures: true,
                    cell: ({ parts }) => format.money(money(parts[1]!)),
                  },
                  {
                    name: t.pipeline.weighted,
                    figures: true,
                    cell: ({ parts }) => format.money(money(parts[2]!)),
                  },
                  {
                    name: t.pipeline.sum,
                    figures: true,
                    cell: ({ parts }) => format.money(money(parts.reduce((a, b) => a + b, 0))),
                  },
                  {
                    name: t.pipeline.sinceLastWeek,
                    figures: true,
                    wide: true,
                    cell: ({ parts, month }) =>
                      flow.data && (
                        <Change by={openNow(parts) - openBefore(month)} currency={currency} />
                      ),
                  },
                ]}
              />
            </Card>
          </div>
        );
      }}
    </Answer>
  );
}

// How the weighted sum of what is open moved since the evening a week ago.
function Change({ by, currency }: { by: number; currency: string }) {
  const format = useFormat();
  if (by === 0) return <span className="nothing">·</span>;
  return (
    <span className={by < 0 ? "short" : ""}>
      {by > 0 ? "+" : "−"}
      {format.money({ minor: Math.abs(by), currency })}
    </span>
  );
}

// This month and the five after it, when anything is expected in them; before, nothing is a forecast any more.
function monthsOf(told: string[]): string[] {
  const now = new Date();
  const first = `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, "0")}`;
  return [...new Set(told)]
    .filter((month) => month >= first)
    .sort()
    .slice(0, 6);
}
