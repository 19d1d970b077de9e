import { useVirtualizer } from "@tanstack/react-virtual";
import {
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useRef,
  useState,
  useSyncExternalStore,
} from "react";
import { flushSync } from "react-dom";
import { useWords } from "../i18n";
import { useFormat } from "../i18n/format";
import { ArrowDown, ArrowUp } from "./icons";
import { SelectBox } from "./SelectBox";
import type { Selection } from "./useSelection";
import "./LongTable.css";

export interface Column<T> {
  id: string;
  name: string;
  // A share of the width, or a width such as "120px".
  width: string;
  cell: (row: T) => ReactNode;
  figures?: boolean;
  // Can be ordered by, under this name.
  order?: string;
  // Left out on narrow screens: below 1100, below 700.
  from?: "tablet" | "wide";
}

export interface Order {
  by: string;
  descending: boolean;
}

// A table of any length: only the rows on the screen are there, and `more` is called when the end of
// those that have come is in sight. One row can be reached by Tab; arrows move on, Enter opens, Space selects.
export function LongTable<T extends { id: string }>({
  label,
  rows,
  count,
  columns,
  order,
  onOrder,
  onOpen,
  more,
  selected,
  selecting,
  rowHeight = 56,
}: {
  label: string;
  rows: readonly T[];
  // How many there are in all.
  count: number;
  columns: Column<T>[];
  order?: Order;
  onOrder?: (order: Order) => void;
  onOpen?: (row: T) => void;
  more?: () => void;
  selected?: string | undefined;
  // Rows can be selected for something to be done to them; `named` is what each is called.
  selecting?: { selection: Selection<T>; named: (row: T) => string } | undefined;
  rowHeight?: number;
}) {
  const { t } = useWords();
  const format = useFormat();
  const selection = selecting?.selection;
  const scroller = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(0);
  const printing = usePrinting();
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    // On paper all that have come are there.
    overscan: printing ? rows.length : 10,
  });
  const items = virtual.getVirtualItems();
  const lastSeen = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (rows.length > 0 && lastSeen >= rows.length - 20) more?.();
  }, [lastSeen, rows.length, more]);

  const reach = Math.min(active, Math.max(rows.length - 1, 0));
  const moveTo = (index: number) => {
    const next = Math.max(0, Math.min(rows.length - 1, index));
    setActive(next);
    virtual.scrollToIndex(next);
    requestAnimationFrame(() =>
      scroller.current?.querySelector<HTMLElement>(`[data-index="${next}"]`)?.focus(),
    );
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 1);
    const steps: Record<string, number> = {
      ArrowDown: reach + 1,
      ArrowUp: reach - 1,
      PageDown: reach + page,
      PageUp: reach - page,
      Home: 0,
      End: rows.length - 1,
    };
    const at = event.target as HTMLElement;
    // The box of a row has the keyboard once it was hit.
    if (at.role !== "row" && !at.matches(".long-row .select-box input")) return;
    const target = steps[event.key];
    const row = rows[reach];
    if (target !== undefined) {
      event.preventDefault();
      moveTo(target);
    } else if (event.key === "Enter" && row) {
      onOpen?.(row);
    } else if (event.key === " " && selection && at.role === "row") {
      event.preventDefault();
      selection.toggle(reach, event.shiftKey);
    } else if (event.key === "Escape") {
      selection?.clear();
    }
  };
  // Columns that are left out take no room: each width of screen has a template of its own.
  const widths = (left: readonly (string | undefined)[]) =>
    columns
      .filter(({ from }) => !left.includes(from))
      .map(({ width }) => width)
      .join(" ");
  const template = {
    "--columns": widths([]),
    "--columns-tablet": widths(["wide"]),
    "--columns-phone": widths(["wide", "tablet"]),
  } as object;
  const look = (column: Column<T>) =>
    `long-cell ${column.figures ? "cell-figures figures" : ""} ${column.from ? `from-${column.from}` : ""}`;

  return (
    <div
      className={`long-table ${selection ? "long-selects" : ""}`}
      role="grid"
      aria-label={label}
      aria-multiselectable={selection && true}
      aria-rowcount={count + 1}
      onKeyDown={onKeyDown}
    >
      <div className="long-head" role="row" aria-rowindex={1} style={template}>
        {selection && (
          <div role="columnheader" className="cell-select">
            <SelectBox
              label={(rows.length < count ? t.selection.allLoaded : t.selection.all)(
                format.number(rows.length),
              )}
              checked={selection.rows.length === rows.length}
              some={selection.rows.length > 0 && selection.rows.length < rows.length}
              onToggle={selection.toggleAll}
            />
          </div>
        )}
        {columns.map((column) => {
          const here = order && column.order === order.by;
          return (
            <div
              key={column.id}
              role="columnheader"
              className={look(column)}
              aria-sort={here ? (order.descending ? "descending" : "ascending") : undefined}
            >
              {column.order && onOrder && !selection?.rows.length ? (
                <button
                  type="button"
                  className="long-sort"
                  onClick={() =>
                    onOrder({ by: column.order!, descending: here ? !order.descending : false })
                  }
                >
                  {column.name}
                  {here &&
                    (order.descending ? (
                      <ArrowDown size={14} aria-hidden />
                    ) : (
                      <ArrowUp size={14} aria-hidden />
                    ))}
                </button>
              ) : (
                column.name || <span className="visually-hidden">{t.table.actions}</span>
              )}
            </div>
          );
        })}
      </div>
      <div className="long-rows" role="rowgroup" ref={scroller} tabIndex={-1}>
        <div role="presentation" style={{ height: virtual.getTotalSize(), position: "relative" }}>
          {items.map((item) => {
            const row = rows[item.index]!;
            return (
              <div
                key={row.id}
                role="row"
                data-index={item.index}
                aria-rowindex={item.index + 2}
                aria-selected={
                  selection?.has(row.id) ??
                  (selected === undefined ? undefined : selected === row.id)
                }
                tabIndex={item.index === reach ? 0 : -1}
                className={`long-row ${onOpen ? "long-row-opens" : ""}`}
                style={{
                  ...template,
                  height: rowHeight,
                  transform: `translateY(${item.start}px)`,
                }}
                onFocus={() => setActive(item.index)}
                onClick={() => onOpen?.(row)}
              >
                {selecting && (
                  <div role="gridcell" className="cell-select">
                    <SelectBox
                      label={t.selection.one(selecting.named(row))}
                      checked={selecting.selection.has(row.id)}
                      reached={false}
                      onToggle={(through) => selecting.selection.toggle(item.index, through)}
                    />
                  </div>
                )}
                {columns.map((column) => (
                  <div key={column.id} role="gridcell" className={look(column)}>
                    {column.cell(row)}
                  </div>
                ))}
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}

const paper = window.matchMedia("print");
function usePrinting(): boolean {
  return useSyncExternalStore(
    (listener) => {
      // The browser lays out the paper as soon as it has told.
      const now = () => flushSync(listener);
      paper.addEventListener("change", now);
      return () => paper.removeEventListener("change", now);
    },
    () => paper.matches,
  );
}

// Two lines in a cell: what it is, and a smaller one about it.
export function Twofold({ first, second }: { first: ReactNode; second?: ReactNode }) {
  return (
    <span className="twofold">
      <span>{first}</span>
      <small>{second}</small>
    </span>
  );
}
