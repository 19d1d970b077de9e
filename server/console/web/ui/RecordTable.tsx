import type { Row, useLongList } from "../api/records";
import { Card } from "./Card";
import { LongTable, type Column, type Order } from "./LongTable";
import { Answer, Empty } from "./States";

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
}) {
  const { asked, rows, count } = list;
  return (
    <Answer of={asked} rows={10}>
      {() =>
        rows.length === 0 ? (
          <Card>
            <Empty line={none} />
          </Card>
        ) : (
          <div className={`card card-flush table-card ${below ? "table-below-figures" : ""}`}>
            <LongTable
              label={label}
              rows={rows}
              count={count}
              columns={columns}
              order={order}
              onOrder={onOrder}
              onOpen={onOpen}
              more={() => asked.hasNextPage && !asked.isFetching && void asked.fetchNextPage()}
            />
          </div>
        )
      }
    </Answer>
  );
}
