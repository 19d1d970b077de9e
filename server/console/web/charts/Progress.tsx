import { useFormat } from "../i18n/format";
import "./charts.css";

// How much of something is done: a bar with its two figures.
export function Progress({ done, of }: { done: number; of: number }) {
  const format = useFormat();
  const share = of === 0 ? 0 : Math.min(done / of, 1) * 100;
  return (
    <span className="progress">
      <svg width="52" height="6" aria-hidden="true">
        <rect width="52" height="6" rx="3" className="chart-track" />
        <rect width={`${share}%`} height="6" rx="3" className="chart-5" />
      </svg>
      <span className="figures">
        {format.number(done)}/{format.number(of)}
      </span>
    </span>
  );
}
