import { all, is, useTotals, type Where } from "../../api/records";
import { useAddress } from "../../app/address";
import { fieldIs, rowsAt } from "../../app/rows";
import { Bars } from "../../charts/Bars";
import { useWords } from "../../i18n";
import { useFormat } from "../../i18n/format";
import { Card, Figure } from "../../ui/Card";
import type { FilterLine } from "../../ui/Filters";
import { daysOf, Period, type PeriodName } from "../../ui/Period";
import { Answer, Empty } from "../../ui/States";
import { within } from "./Breakdown";

// What became of the deals: won and lost, by person and by source, and why they were lost.
export function Outcomes({ where, lines }: { where?: Where; lines: FilterLine[] }) {
  const { t } = useWords();
  const format = useFormat();
  const [period, setPeriod] = useAddress<PeriodName>("period", "twelve_months");
  const days = daysOf(period);
  const inPeriod = within("stage_entered_at", days);
  const behind = (...more: FilterLine[]) =>
    rowsAt(
      "pipeline",
      [
        ...lines,
        ...more,
        { field: "stage_entered_at", op: "at_least", value: days.from },
        { field: "stage_entered_at", op: "at_most", value: days.to },
      ],
      { view: "list" },
    );
  const decided = all(where, is("stage", "won", "lost"), ...inPeriod);
  const outcome = useTotals("opportunity", {
    where: decided,
    by: [{ field: "stage" }],
    sum: ["amount"],
  });
  const reasons = useTotals("opportunity", {
    where: all(where, is("stage", "lost"), ...inPeriod),
    by: [{ field: "lost_reason" }],
  });
  const people = useTotals("opportunity", {
    where: all(where, is("stage", "won"), ...inPeriod),
    by: [{ field: "owner" }],
    sum: ["amount"],
  });
  const sources = useTotals("opportunity", {
    where: all(where, is("stage", "won"), ...inPeriod),
    by: [{ field: "source" }],
    sum: ["amount"],
  });
  return (
    <Answer of={outcome} rows={8}>
      {({ rows }) => {
        const of = (stage: string) => rows.filter(({ by }) => by[0] === stage);
        const count = (stage: string) => of(stage).reduce((sum, row) => sum + row.count, 0);
        const won = count("won");
        const lost = count("lost");
        return (
          <>
            <div className="list-tools">
              <Period value={period} onChange={setPeriod} />
            </div>
            <div className="grid grid-4">
              <Figure
                label={format.choice("opportunity", "stage", "won")}
                value={format.amounts(of("won").flatMap(({ sums }) => sums[0] ?? []))}
                note={t.pipeline.deals(format.number(won))}
                rows={behind(fieldIs("stage", "won"))}
              />
              <Figure
                label={format.choice("opportunity", "stage", "lost")}
                value={format.amounts(of("lost").flatMap(({ sums }) => sums[0] ?? []))}
                note={t.pipeline.deals(format.number(lost))}
                rows={behind(fieldIs("stage", "lost"))}
              />
              <Figure
                label={t.pipeline.winRate}
                value={
                  won + lost === 0 ? "–" : format.percent(Math.round((won * 10_000) / (won + lost)))
                }
                note={t.pipeline.ofDecided}
              />
            </div>
            <div className="grid grid-2">
              <Card title={t.pipeline.whyLost}>
                <Answer of={reasons}>
                  {(answer) =>
                    answer.rows.length === 0 ? (
                      <Empty line={t.pipeline.noneLost} />
                    ) : (
                      <Bars
                        label={t.pipeline.whyLost}
                        bars={answer.rows.map((row) => ({
                          label: String(row.by[0] ?? t.pipeline.noReason),
                          size: row.count,
                          value: format.number(row.count),
                          rows: behind(fieldIs("stage", "lost"), fieldIs("lost_reason", row.by[0])),
                        }))}
                      />
                    )
                  }
                </Answer>
              </Card>
              <Card title={t.pipeline.wonByPerson}>
                <Answer of={people}>
                  {(answer) =>
                    answer.rows.length === 0 ? (
                      <Empty line={t.pipeline.noneWon} />
                    ) : (
                      <Bars
                        label={t.pipeline.wonByPerson}
                        bars={answer.rows.map((row) => ({
                          label: answer.names[String(row.by[0])] ?? "–",
                          size: format.sum(row.sums[0] ?? []),
                          value: format.amounts(row.sums[0] ?? []),
                          rows: behind(fieldIs("stage", "won"), fieldIs("owner", row.by[0])),
                        }))}
                      />
                    )
                  }
                </Answer>
              </Card>
              <Card title={t.pipeline.wonBySource}>
                <Answer of={sources}>
                  {(answer) =>
                    answer.rows.length === 0 ? (
                      <Empty line={t.pipeline.noneWon} />
                    ) : (
                      <Bars
                        label={t.pipeline.wonBySource}
                        bars={answer.rows.map((row) => ({
                          label: row.by[0]
                            ? format.choice("opportunity", "source", String(row.by[0]))
                            : t.pipeline.noSource,
                          size: format.sum(row.sums[0] ?? []),
                          value: format.amounts(row.sums[0] ?? []),
                          rows: behind(fieldIs("stage", "won"), fieldIs("source", row.by[0])),
                        }))}
                      />
                    )
                  }
                </Answer>
              </Card>
            </div>
          </>
        );
      }}
    </Answer>
  );
}
