import type { ReactNode } from "react";
import { Link } from "wouter";
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
  rows,
}: {
  label: string;
  value: ReactNode;
  note?: ReactNode;
  // Where the rows behind it are.
  rows?: string;
}) {
  return (
    <div className="card figure-card">
      <span className="figure-label">{label}</span>
      <strong className="figure-value figures">
        {rows ? (
          <Link href={rows} className="rows">
            {value}
          </Link>
        ) : (
          value
        )}
      </strong>
      <span className="figure-note">{note}</span>
    </div>
  );
}
