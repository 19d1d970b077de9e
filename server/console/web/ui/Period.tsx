import { useWords } from "../i18n";
import { Select } from "./Select";

export type PeriodName = "month" | "last_month" | "quarter" | "year" | "twelve_months";
export interface Days {
  from: string; // 2026-05-01
  to: string; // Included.
}

const names: PeriodName[] = ["month", "last_month", "quarter", "year", "twelve_months"];

function isoDay(date: Date): string {
  return `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, "0")}-${String(date.getDate()).padStart(2, "0")}`;
}

// The days that a period has, seen from today.
export function daysOf(period: PeriodName, today = new Date()): Days {
  const year = today.getFullYear();
  const month = today.getMonth();
  const between = (from: Date, to: Date) => ({ from: isoDay(from), to: isoDay(to) });
  switch (period) {
    case "last_month":
      return between(new Date(year, month - 1, 1), new Date(year, month, 0));
    case "quarter":
      return between(
        new Date(year, month - (month % 3), 1),
        new Date(year, month - (month % 3) + 3, 0),
      );
    case "year":
      return between(new Date(year, 0, 1), new Date(year, 12, 0));
    case "twelve_months":
      return between(new Date(year, month - 11, 1), new Date(year, month + 1, 0));
    default:
      return between(new Date(year, month, 1), new Date(year, month + 1, 0));
  }
}

export function Period({
  value,
  onChange,
}: {
  value: PeriodName;
  onChange: (period: PeriodName) => void;
}) {
  const { t } = useWords();
  return (
    <Select
      label={t.period.label}
      value={value}
      options={names.map((name) => ({ value: name, label: t.period[name] }))}
      onChange={(next) => onChange(next as PeriodName)}
    />
  );
}
