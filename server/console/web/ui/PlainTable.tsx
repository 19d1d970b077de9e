import type { ReactNode } from "react";
import "./PlainTable.css";

export interface PlainColumn<T> {
  name: string;
  cell: (row: T) => ReactNode;
  // To the right, in figures of one width.
  figures?: boolean;
  // Only where there is room.
  wide?: boolean;
}

// A table of a few rows that are all there. For long ones there is ui/LongTable.
export function PlainTable<T>({
  label,
  rows,
  columns,
  keyOf,
}: {
  label: string;
  rows: readonly T[];
  columns: PlainColumn<T>[];
  keyOf: (row: T) => string;
}) {
  const look = (column: PlainColumn<T>) =>
    `${column.figures ? "cell-figures figures" : ""} ${column.wide ? "cell-wide" : ""}`;
  return (
    <div className="plain-table" tabIndex={0} role="group" aria-label={label}>
      <table>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.name} scope="col" className={look(column)}>
                {column.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)}>
              {columns.map((column) => (
                <td key={column.name} className={look(column)}>
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
