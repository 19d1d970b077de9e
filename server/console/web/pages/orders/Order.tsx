import { Link } from "wouter";
import { OrderActs } from "../../acts/OrderActs";
import { is, textOf, useList, usePeople, useRecord, type Row } from "../../api/records";
import { RecordPage } from "../../app/RecordPage";
import { useWords } from "../../i18n";
import { useFormat } from "../../i18n/format";
import { Card } from "../../ui/Card";
import { Facts } from "../../ui/Facts";
import { FieldValue } from "../../ui/FieldValue";
import { PlainTable } from "../../ui/PlainTable";
import { Answer, Empty } from "../../ui/States";
import { OrderState } from "./OrderState";
import "./Order.css";

// The way of an order; a cancelled one leaves it.
const steps = ["draft", "submitted", "confirmed", "shipped", "closed"];

export function Order({ id }: { id: string }) {
  const { t } = useWords();
  const record = useRecord("order", id);
  return (
    <RecordPage
      of={record}
      named="number"
      section={t.sections.orders}
      back={{ href: "/app/orders", label: t.orders.back }}
    >
      {(order) => (
        <>
          <OrderActs order={order} />
          <Way order={order} />
          <div className="customer">
            <About order={order} />
            <Lines order={order} />
          </div>
        </>
      )}
    </RecordPage>
  );
}

function Way({ order }: { order: Row }) {
  const { t } = useWords();
  const format = useFormat();
  const state = textOf(order, "state");
  const reached = steps.indexOf(state);
  return (
    <Card title={t.orders.way} aside={<OrderState code={state} />}>
      {state === "cancelled" ? (
        <p>{textOf(order, "cancel_reason") || format.choice("order", "state", state)}</p>
      ) : (
        <ol className="way">
          {steps.map((step, index) => (
            <li
              key={step}
              className={index <= reached ? "way-done" : ""}
              aria-current={index === reached ? "step" : undefined}
            >
              <span className="way-dot" aria-hidden="true" />
              {format.choice("order", "state", step)}
            </li>
          ))}
        </ol>
      )}
    </Card>
  );
}

const shownFields = [
  "ordered_on",
  "requested_on",
  "shipped_on",
  "ship_to",
  "goods_total",
  "discount",
  "discount_total",
  "freight",
  "tax_total",
  "total",
  "signed_by",
  "signed_at",
  "submitted_at",
  "notes",
];

function About({ order }: { order: Row }) {
  const format = useFormat();
  const people = Object.fromEntries(usePeople().map((person) => [person.id, person.name]));
  const customer = useRecord("customer", textOf(order, "customer"));
  return (
    <Card title={format.label("order")}>
      <dl className="facts">
        <div>
          <dt>{format.field("order", "customer")}</dt>
          <dd>
            {customer.data ? (
              <Link href={`/app/customers/${customer.data.id}`}>
                {textOf(customer.data, "name")}
              </Link>
            ) : (
              "–"
            )}
          </dd>
        </div>
        <div>
          <dt>{format.field("order", "owner")}</dt>
          <dd>{people[textOf(order, "owner")] ?? "–"}</dd>
        </div>
        <Facts type="order" row={order} fields={shownFields} names={people} figures />
      </dl>
    </Card>
  );
}

function Lines({ order }: { order: Row }) {
  const { t } = useWords();
  const format = useFormat();
  const list = useList("order_line", {
    fields: ["product", "quantity", "unit_price", "discount", "line_total"],
    where: is("order", order.id),
    order: "position",
    limit: 500,
  });
  return (
    <Answer of={list}>
      {({ rows, names }) =>
        rows.length === 0 ? (
          <Card>
            <Empty line={t.orders.noLines} />
          </Card>
        ) : (
          <Card flush>
            <PlainTable
              label={format.label("order_line")}
              rows={rows}
              keyOf={(row) => row.id}
              columns={[
                {
                  name: format.field("order_line", "product"),
                  cell: (row) => names[textOf(row, "product")] ?? "–",
                },
                {
                  name: format.field("order_line", "quantity"),
                  figures: true,
                  cell: (row) => format.number(Number(row.f.quantity ?? 0) / 1000),
                },
                {
                  name: format.field("order_line", "unit_price"),
                  figures: true,
                  wide: true,
                  cell: (row) => (
                    <FieldValue type="order_line" field="unit_price" value={row.f.unit_price} />
                  ),
                },
                {
                  name: format.field("order_line", "discount"),
                  figures: true,
                  wide: true,
                  cell: (row) => (
                    <FieldValue type="order_line" field="discount" value={row.f.discount} />
                  ),
                },
                {
                  name: format.field("order_line", "line_total"),
                  figures: true,
                  cell: (row) => (
                    <FieldValue type="order_line" field="line_total" value={row.f.line_total} />
                  ),
                },
              ]}
            />
          </Card>
        )
      }
    </Answer>
  );
}
