import { scaleBand, scaleLinear } from "d3-scale";
import { useFormat } from "../i18n/format";
import { useWidth } from "./useWidth";
import "./charts.css";

export interface ColumnOfChart {
  label: string;
  parts: number[]; // Minor units, from the bottom.
}

const height = 260;
const left = 64;
const bottom = 28;
const top = 20;
// From the darkest, which stands at the bottom.
const looks = ["chart-5", "chart-3", "chart-1"];

// Sums by month as stacked columns, the total written above each. The table beside it has the same figures for whoever cannot see it.
export function Columns({
  label,
  columns,
  parts,
  currency,
}: {
  label: string;
  columns: ColumnOfChart[];
  parts: string[];
  currency: string;
}) {
  const format = useFormat();
  const [figure, width] = useWidth<HTMLElement>(640);
  const total = (column: ColumnOfChart) => column.parts.reduce((sum, part) => sum + part, 0);
  const x = scaleBand<number>()
    .domain(columns.map((_, index) => index))
    .range([left, Math.min(width, left + columns.length * 160)])
    .padding(0.45);
  const y = scaleLinear()
    .domain([0, Math.max(1, ...columns.map(total))])
    .nice(4)
    .range([height - bottom, top]);
  return (
    <figure className="chart" ref={figure}>
      <ul className="legend">
        {parts.map((part, index) => (
          <li key={part}>
            <svg width="12" height="12" aria-hidden="true">
              <rect width="12" height="12" rx="3" className={looks[index]} />
            </svg>
            {part}
          </li>
        ))}
      </ul>
      <svg width={width} height={height} role="img" aria-label={label}>
        {y.ticks(4).map((tick) => (
          <g key={tick} transform={`translate(0 ${y(tick)})`}>
            <line x1={left} x2={width} className="chart-grid" />
            <text x={left - 8} dy="0.32em" textAnchor="end" className="chart-axis">
              {format.short({ minor: tick, currency }, 0)}
            </text>
          </g>
        ))}
        {columns.map((column, index) => {
          let base = 0;
          const at = x(index) ?? 0;
          return (
            <g key={index}>
              {column.parts.map((part, which) => {
                const from = y(base);
                base += part;
                const size = Math.max(0, from - y(base) - (which > 0 && part > 0 ? 1 : 0));
                return (
                  <rect
                    key={which}
                    x={at}
                    width={x.bandwidth()}
                    y={y(base)}
                    height={size}
                    rx="2"
                    className={looks[which]}
                  />
                );
              })}
              <text
                x={at + x.bandwidth() / 2}
                y={y(base) - 6}
                textAnchor="middle"
                className="chart-value"
              >
                {format.short({ minor: base, currency })}
              </text>
              <text
                x={at + x.bandwidth() / 2}
                y={height - 8}
                textAnchor="middle"
                className="chart-axis"
              >
                {column.label}
              </text>
            </g>
          );
        })}
      </svg>
    </figure>
  );
}
