import type { ReactNode } from "react";
import "./Card.css";

export function Card({
  title,
  aside,
  children,
  flush = false,
}: {
  title?: string;
  aside?: ReactNode;
  children: ReactNode;
  // Rows reach the edges.
  flush?: boolean;
}) {
  return (
    <section className={`card ${flush ? "card-flush" : ""}`} aria-label={title}>
      {title && (
        <header className="card-head">
          <h2>{title}</h2>
          {aside}
        </header>
      )}
      {children}
    </section>
  );
}

// A figure with what it counts above and what stands beside it below.
export function Figure({
  label,
  value,
  note,
}: {
  label: string;
  value: ReactNode;
  note?: ReactNode;
}) {
  return (
    <div className="card figure-card">
      <span className="figure-label">{label}</span>
      <strong className="figure-value figures">{value}</strong>
      <span className="figure-note">{note}</span>
    </div>
  );
}
