import { type ReactNode, useEffect, useRef, useState } from "react";
import { textOf, type Row, type useLongList } from "../api/records";
import { Card } from "./Card";
import type { LucideIcon } from "./icons";
import { LongTable, type Column, type Order } from "./LongTable";
import { SelectionBar } from "./SelectionBar";
import { Answer, Empty } from "./States";
import { useSelection } from "./useSelection";

// What can be done to rows that are selected.
export interface Deed {
  name: string;
  icon: LucideIcon;
  // Asks in a dialog, and tells to which it was done: those are not selected any more.
  ask: (
    rows: readonly Row[],
    onDone: (ids: readonly string[]) => void,
    onClose: () => void,
  ) => ReactNode;
}

// The records of a long list as a table that fills the page, or the sentence that there are none.
export function RecordTable({
  label,
  list,
  columns,
  order,
  onOrder,
  onOpen,
  none,
  below,
  deed,
  selected,
}: {
  label: string;
  list: ReturnType<typeof useLongList>;
  columns: Column<Row>[];
  order: Order;
  onOrder: (order: Order) => void;
  onOpen?: (row: Row) => void;
  none: string;
  // What stands above it takes some of the height.
  below?: "figures";
  // With one, rows can be selected.
  deed?: Deed | undefined;
  // The one that is open beside it.
  selected?: string | undefined;
}) {
  const { asked, rows, count, view } = list;
  const selection = useSelection(rows, view);
  const [asking, setAsking] = useState(false);
  const card = useRef<HTMLDivElement>(null);
  useReturn(card, asking);
  useReturn(card, selection.rows.length > 0);
  return (
    <>
      <Answer of={asked} rows={10}>
        {() =>
          rows.length === 0 ? (
            <Card>
              <Empty line={none} />
            </Card>
          ) : (
            <div
              ref={card}
              className={`card card-flush table-card ${below ? "table-below-figures" : ""}`}
            >
              {deed && (
                <SelectionBar
                  selection={selection}
                  loaded={rows.length}
                  count={count}
                  deed={deed.name}
                  icon={deed.icon}
                  onDeed={() => setAsking(true)}
                />
              )}
              <LongTable
                label={label}
                rows={rows}
                count={count}
                columns={columns}
                order={order}
                onOrder={onOrder}
                onOpen={onOpen}
                selected={selected}
                selecting={deed && { selection, named: (row: Row) => textOf(row, "name") }}
                more={() => asked.hasNextPage && !asked.isFetching && void asked.fetchNextPage()}
              />
            </div>
          )
        }
      </Answer>
      {asking && deed?.ask(selection.rows, selection.drop, () => setAsking(false))}
    </>
  );
}

// A dialog or a bar that goes away with what it was about takes the keyboard with it: that goes on in the bar, or in the rows.
function useReturn(card: { current: HTMLElement | null }, there: boolean) {
  const before = useRef(there);
  useEffect(() => {
    if (before.current && !there && document.activeElement === document.body) {
      const next = card.current?.querySelector<HTMLElement>(
        ".selection-bar button, .long-row[tabindex='0']",
      );
      next?.focus({ preventScroll: true });
    }
    before.current = there;
  }, [there, card]);
}
