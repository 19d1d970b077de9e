import { scaleLinear } from "d3-scale";
import type { Schemas } from "../api/client";
import { useWords } from "../i18n";
import { useFormat } from "../i18n/format";
import "./charts.css";

export type FunnelBy = "count" | "amount";
type Stage = Schemas["PipelineSum"] & { stage?: string };

// The stages from first contact to the verbal promise: a bar for each, with its figures beside it, so that it reads as a table to
// whoever hears it.
export function Funnel({ stages, by }: { stages: readonly Stage[]; by: FunnelBy }) {
  const { t } = useWords();
  const format = useFormat();
  const sizeOf = (stage: Stage) =>
    by === "count"
      ? stage.count
      : stage.amount.reduce((sum, money) => sum + format.major(money), 0);
  const width = scaleLinear()
    .domain([0, Math.max(1, ...stages.map(sizeOf))])
    .range([0, 100]);
  return (
    <table className="funnel">
      <thead>
        <tr>
          <th scope="col">{t.home.stage}</th>
          <th scope="col" className="funnel-bar-cell">
            <span className="visually-hidden">
              {by === "count" ? t.home.byCount : t.home.byAmount}
            </span>
          </th>
          <th scope="col" className="cell-figures">
            {t.home.countShort}
          </th>
          <th scope="col" className="cell-figures">
            {t.home.amount}
          </th>
        </tr>
      </thead>
      <tbody>
        {stages.map((stage, index) => (
          <tr key={stage.stage ?? index}>
            <th scope="row">{format.choice("opportunity", "stage", stage.stage ?? "")}</th>
            <td className="funnel-bar-cell">
              <svg width="100%" height="24" aria-hidden="true">
                <rect
                  width={`${width(sizeOf(stage))}%`}
                  height="24"
                  rx="4"
                  className={`chart-${Math.min(index + 1, 5)}`}
                />
              </svg>
            </td>
            <td className="cell-figures figures">{format.number(stage.count)}</td>
            <td className="cell-figures figures">{format.amounts(stage.amount)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
