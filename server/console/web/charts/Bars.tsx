import { scaleLinear } from "d3-scale";
import { Link } from "wouter";
import "./charts.css";

export interface Bar {
  label: string;
  size: number;
  value: string;
  rows?: string; // Where the rows behind it are.
}

// Things beside each other by size, the largest first; a table to whoever hears it.
export function Bars({
  label,
  bars,
  inOrder = false,
}: {
  label: string;
  bars: Bar[];
  inOrder?: boolean; // As they come.
}) {
  const width = scaleLinear()
    .domain([0, Math.max(1, ...bars.map(({ size }) => size))])
    .range([0, 100]);
  const sorted = inOrder ? bars : [...bars].sort((a, b) => b.size - a.size);
  return (
    <table className="funnel" aria-label={label}>
      <tbody>
        {sorted.map((bar, index) => (
          <tr key={bar.label + index}>
            <th scope="row" className="bar-label">
              {bar.label}
            </th>
            <td className="funnel-bar-cell">
              <svg width="100%" height="16" aria-hidden="true">
                <rect width={`${width(bar.size)}%`} height="16" rx="3" className="chart-4" />
              </svg>
            </td>
            <td className="cell-figures figures">
              {bar.rows ? (
                <Link className="rows" href={bar.rows}>
                  {bar.value}
                </Link>
              ) : (
                bar.value
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
