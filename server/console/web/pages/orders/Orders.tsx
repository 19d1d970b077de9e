import { Route, Switch, useLocation } from "wouter";
import { Export } from "../../acts/Export";
import { all, is, moneyOf, textOf, useLongList, useTotals, type Row } from "../../api/records";
import { useAddress } from "../../app/address";
import { rowsAt } from "../../app/rows";
import { Page } from "../../app/Page";
import { Views } from "../../app/Views";
import { useWords } from "../../i18n";
import { useFormat } from "../../i18n/format";
import { Figure } from "../../ui/Card";
import { Filters, noFilter, useFilterFields, whereOf } from "../../ui/Filters";
import { Twofold, type Column, type Order as TableOrder } from "../../ui/LongTable";
import { RecordTable } from "../../ui/RecordTable";
import { Search } from "../../ui/Search";
import { Choice } from "../../ui/Choice";
import { Figures } from "./Figures";
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
  "owner.team",
  "state",
  "customer",
  "ordered_on",
  "requested_on",
  "total",
  "customer.region",
  "customer.tier",
  "created_at",
];
const listFields = ["number", "customer", "owner", "state", "ordered_on", "total"];
const everything = "every";

function OrderList() {
  const { t } = useWords();
  const format = useFormat();
  const [, go] = useLocation();
  const [words, setWords] = useAddress("q", "");
  const [state, setState] = useAddress("state", everything);
  const [view, setView] = useAddress("view", "list");
  const [filter, setFilter] = useAddress("filter", noFilter);
  const [order, setOrder] = useAddress("order", usualOrder);
  const fields = useFilterFields("order", filterFields);
  const narrowed = all(
    words !== "" && {
      any: [
        { field: "number", op: "contains", values: [words] },
        { field: "customer.name", op: "contains", values: [words] },
      ],
    },
    whereOf(format, filter, fields),
  );
  const totals = useTotals("order", { where: narrowed, by: [{ field: "state" }], sum: ["total"] });
  const where = all(narrowed, state !== everything && is("state", state));
  const list = useLongList("order", {
    fields: listFields,
    where,
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
            rows={rowsAt("orders", filter.lines, { state: code })}
          />
        ))}
      </div>
      <div className="list-tools">
        <Choice
          label={t.pipeline.views}
          value={view}
          onChange={setView}
          options={[
            { value: "list", label: t.pipeline.list },
            { value: "figures", label: t.pipeline.figures },
          ]}
        />
        {view === "list" && (
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
        )}
        <Filters fields={fields} state={filter} onChange={setFilter} />
        <Views page="orders" />
        {view === "list" && (
          <Export type="order" where={where} fields={listFields} counted={t.orders.count} />
        )}
      </div>
      {view === "figures" ? (
        <Figures where={narrowed} lines={filter.lines} />
      ) : (
        <RecordTable
          label={t.sections.orders}
          list={list}
          columns={columns}
          order={order}
          onOrder={setOrder}
          onOpen={(row) => go(`/app/orders/${row.id}`)}
          none={t.orders.none}
          below="figures"
        />
      )}
    </Page>
  );
}
