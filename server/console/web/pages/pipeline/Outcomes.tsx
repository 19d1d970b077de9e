import { all, is, useTotals, type Where } from "../../api/records";
import { Bars } from "../../charts/Bars";
import { useWords } from "../../i18n";
import { useFormat } from "../../i18n/format";
import { Card, Figure } from "../../ui/Card";
import { Answer, Empty } from "../../ui/States";

// What became of the deals: won and lost, by person and by source, and why they were lost.
export function Outcomes({ where }: { where?: Where }) {
  const { t } = useWords();
  const format = useFormat();
  const decided = all(where, is("stage", "won", "lost"));
  const outcome = useTotals("opportunity", {
    where: decided,
    by: [{ field: "stage" }],
    sum: ["amount"],
  });
  const reasons = useTotals("opportunity", {
    where: all(where, is("stage", "lost")),
    by: [{ field: "lost_reason" }],
  });
  const people = useTotals("opportunity", {
    where: all(where, is("stage", "won")),
    by: [{ field: "owner" }],
    sum: ["amount"],
  });
  const sources = useTotals("opportunity", {
    where: all(where, is("stage", "won")),
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
            <div className="grid grid-4">
              <Figure
                label={format.choice("opportunity", "stage", "won")}
                value={format.amounts(of("won").flatMap(({ sums }) => sums[0] ?? []))}
                note={t.pipeline.deals(format.number(won))}
              />
              <Figure
                label={format.choice("opportunity", "stage", "lost")}
                value={format.amounts(of("lost").flatMap(({ sums }) => sums[0] ?? []))}
                note={t.pipeline.deals(format.number(lost))}
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
                          size: (row.sums[0] ?? []).reduce(
                            (sum, money) => sum + format.major(money),
                            0,
                          ),
                          value: format.amounts(row.sums[0] ?? []),
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
                          size: (row.sums[0] ?? []).reduce(
                            (sum, money) => sum + format.major(money),
                            0,
                          ),
                          value: format.amounts(row.sums[0] ?? []),
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
