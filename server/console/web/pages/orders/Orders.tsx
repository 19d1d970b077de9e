import { Route, Switch, useLocation } from "wouter";
import {
  all,
  is,
  moneyOf,
  textOf,
  useLongList,
  usePeople,
  useTotals,
  type Row,
} from "../../api/records";
import { useAddress } from "../../app/address";
import { Page } from "../../app/Page";
import { useWords } from "../../i18n";
import { useFormat } from "../../i18n/format";
import { Card, Figure } from "../../ui/Card";
import { Filters, noFilter, useFilterFields, whereOf } from "../../ui/Filters";
import { LongTable, Twofold, type Column, type Order as TableOrder } from "../../ui/LongTable";
import { Search } from "../../ui/Search";
import { Answer, Empty } from "../../ui/States";
import { Choice } from "../../ui/Choice";
import { Order } from "./Order";
import { OrderState } from "./OrderState";

export default function Orders() {
  return (
    <Switch>
      <Route path="/app/orders/:id">{({ id }) => <Order id={id} />}</Route>
      <Route>
        <OrderList />
      </Route>
    </Switch>
  );
}

const usualOrder: TableOrder = { by: "ordered_on", descending: true };
const filterFields = [
  "owner",
  "ordered_on",
  "requested_on",
  "total",
  "customer.region",
  "customer.tier",
];
const everything = "every";

function OrderList() {
  const { t } = useWords();
  const format = useFormat();
  const [, go] = useLocation();
  const [words, setWords] = useAddress("q", "");
  const [state, setState] = useAddress("state", everything);
  const [filter, setFilter] = useAddress("filter", noFilter);
  const [order, setOrder] = useAddress("order", usualOrder);
  const fields = useFilterFields("order", filterFields, usePeople());
  const narrowed = all(
    words !== "" && {
      any: [
        { field: "number", op: "contains", values: [words] },
        { field: "customer.name", op: "contains", values: [words] },
      ],
    },
    whereOf(filter, fields),
  );
  const totals = useTotals("order", { where: narrowed, by: [{ field: "state" }], sum: ["total"] });
  const list = useLongList("order", {
    fields: ["number", "customer", "owner", "state", "ordered_on", "total", "line_count"],
    where: all(narrowed, state !== everything && is("state", state)),
    order: order.by,
    descending: order.descending,
  });
  const countOf = (code: string) =>
    totals.data?.rows.filter(({ by }) => by[0] === code).reduce((sum, row) => sum + row.count, 0) ??
    0;
  const columns: Column<Row>[] = [
    {
      id: "number",
      name: format.field("order", "number"),
      width: "minmax(0, 1.2fr)",
      order: "number",
      cell: (row) => (
        <Twofold first={textOf(row, "number")} second={list.names[textOf(row, "customer")]} />
      ),
    },
    {
      id: "state",
      name: format.field("order", "state"),
      width: "112px",
      from: "tablet",
      cell: (row) => <OrderState code={textOf(row, "state")} />,
    },
    {
      id: "owner",
      name: format.field("order", "owner"),
      width: "minmax(0, 1fr)",
      from: "wide",
      order: "owner",
      cell: (row) => list.names[textOf(row, "owner")] ?? "–",
    },
    {
      id: "ordered_on",
      name: format.field("order", "ordered_on"),
      width: "120px",
      from: "tablet",
      figures: true,
      order: "ordered_on",
      cell: (row) => (textOf(row, "ordered_on") ? format.day(textOf(row, "ordered_on")) : "–"),
    },
    {
      id: "total",
      name: format.field("order", "total"),
      width: "140px",
      figures: true,
      order: "total",
      cell: (row) => {
        const total = moneyOf(row, "total");
        return total ? format.money(total) : "–";
      },
    },
  ];
  return (
    <Page
      title={t.sections.orders}
      line={t.orders.count(format.number(list.count))}
      actions={<Search label={t.orders.search} value={words} onChange={setWords} />}
    >
      <div className="grid grid-4">
        {["submitted", "confirmed", "shipped", "closed"].map((code) => (
          <Figure
            key={code}
            label={format.choice("order", "state", code)}
            value={format.amounts(
              totals.data?.rows
                .filter(({ by }) => by[0] === code)
                .flatMap(({ sums }) => sums[0] ?? []) ?? [],
            )}
            note={t.orders.count(format.number(countOf(code)))}
          />
        ))}
      </div>
      <div className="list-tools">
        <Choice
          label={format.field("order", "state")}
          value={state}
          onChange={setState}
          options={[
            { value: everything, label: t.orders.all },
            ...format
              .choices("order", "state")
              .map(({ code, label }) => ({ value: code, label, count: countOf(code) })),
          ]}
        />
        <Filters fields={fields} state={filter} onChange={setFilter} />
      </div>
      <Answer of={list.asked} rows={10}>
        {() =>
          list.rows.length === 0 ? (
            <Card>
              <Empty line={t.orders.none} />
            </Card>
          ) : (
            <div className="card card-flush table-card table-below-figures">
              <LongTable
                label={t.sections.orders}
                rows={list.rows}
                count={list.count}
                columns={columns}
                order={order}
                onOrder={setOrder}
                onOpen={(row) => go(`/app/orders/${row.id}`)}
                more={() =>
                  list.asked.hasNextPage &&
                  !list.asked.isFetching &&
                  void list.asked.fetchNextPage()
                }
              />
            </div>
          )
        }
      </Answer>
    </Page>
  );
}
