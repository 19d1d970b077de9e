import { useState } from "react";
import { Link } from "wouter";
import { RecordActs } from "../../acts/RecordActs";
import {
  all,
  is,
  textOf,
  useList,
  usePeople,
  useRecord,
  useTotals,
  type Names,
  type Row,
} from "../../api/records";
import { RecordPage } from "../../app/RecordPage";
import { fieldIs, openDeals, rowsAt } from "../../app/rows";
import { useWords } from "../../i18n";
import { useFormat } from "../../i18n/format";
import { Badge, Tier } from "../../ui/Badge";
import { Card, Figure } from "../../ui/Card";
import { Choice } from "../../ui/Choice";
import { Facts } from "../../ui/Facts";
import { FieldValue } from "../../ui/FieldValue";
import { History } from "../../ui/History";
import { PlainTable } from "../../ui/PlainTable";
import { Money } from "../../ui/Money";
import { Answer, Empty } from "../../ui/States";
import { openStages } from "../pipeline/stages";
import { Timeline } from "./Timeline";
import "./Customer.css";

type View = "timeline" | "deals" | "orders" | "contacts" | "history";

// Everything about one customer: who answers for it, what was said, what is open, what was bought, and how its fields came to be.
export function Customer({ id }: { id: string }) {
  const { t } = useWords();
  const format = useFormat();
  const [view, setView] = useState<View>("timeline");
  const record = useRecord("customer", id);
  const people = Object.fromEntries(usePeople().map((person) => [person.id, person.name]));
  return (
    <RecordPage
      of={record}
      named="name"
      section={t.sections.customers}
      line={record.data && people[textOf(record.data, "owner")]}
      back={{ href: "/app/customers", label: t.customers.back }}
    >
      {(customer) => (
        <>
          <RecordActs type="customer" row={customer} />
          <Standing customer={customer} />
          <div className="customer">
            <About customer={customer} people={people} />
            <div className="customer-main">
              <div className="list-tools">
                <Choice<View>
                  label={t.customers.views}
                  value={view}
                  onChange={setView}
                  options={[
                    { value: "timeline", label: t.customers.timeline },
                    { value: "deals", label: format.label("opportunity") },
                    { value: "orders", label: format.label("order") },
                    { value: "contacts", label: format.label("contact") },
                    { value: "history", label: t.history.title },
                  ]}
                />
              </div>
              {view === "timeline" && <Timeline customer={id} people={people} />}
              {view === "deals" && <Deals customer={id} people={people} />}
              {view === "orders" && <Orders customer={id} />}
              {view === "contacts" && <Contacts customer={id} />}
              {view === "history" && <History type="customer" row={customer} people={people} />}
            </div>
          </div>
        </>
      )}
    </RecordPage>
  );
}

const shownFields = [
  "code",
  "kind",
  "industry",
  "region",
  "city",
  "address",
  "phone",
  "email",
  "website",
  "payment_terms",
  "credit_limit",
  "visit_every_days",
  "tags",
  "promise",
  "profile",
  "assign_reason",
  "created_at",
];

// What the customer is worth: bought so far, in hand, and when there was contact.
function Standing({ customer }: { customer: Row }) {
  const { t } = useWords();
  const format = useFormat();
  const where = is("customer", customer.id);
  const bought = useTotals("order", {
    where: all(where, { field: "state", op: "not", values: ["draft", "cancelled"] }),
    by: [],
    sum: ["total"],
  }).data?.rows[0];
  const open = useTotals("opportunity", {
    where: all(where, is("stage", ...openStages)),
    by: [],
    sum: ["amount"],
  }).data?.rows[0];
  const moment = (field: string) => {
    const at = textOf(customer, field);
    return at ? format.moment(at, false) : t.customers.never;
  };
  return (
    <div className="grid grid-4">
      <Figure
        label={t.customers.bought}
        value={format.amounts(bought?.sums[0] ?? [])}
        note={t.orders.count(format.number(bought?.count ?? 0))}
        rows={rowsAt("orders", [fieldIs("customer", customer.id)])}
      />
      <Figure
        label={t.customers.inHand}
        value={format.amounts(open?.sums[0] ?? [])}
        note={t.pipeline.deals(format.number(open?.count ?? 0))}
        rows={rowsAt("pipeline", [fieldIs("customer", customer.id), ...openDeals], {
          view: "list",
        })}
      />
      <Figure
        label={format.field("customer", "last_contact_at")}
        value={moment("last_contact_at")}
      />
      <Figure
        label={format.field("customer", "next_contact_at")}
        value={moment("next_contact_at")}
      />
    </div>
  );
}

function About({ customer, people }: { customer: Row; people: Names }) {
  const format = useFormat();
  const tier = textOf(customer, "tier");
  const status = textOf(customer, "status");
  return (
    <Card
      title={format.label("customer")}
      aside={tier && <Tier tier={tier}>{format.choice("customer", "tier", tier)}</Tier>}
    >
      <dl className="facts">
        {status && (
          <div>
            <dt>{format.field("customer", "status")}</dt>
            <dd>
              <Badge>{format.choice("customer", "status", status)}</Badge>
            </dd>
          </div>
        )}
        <Facts type="customer" row={customer} fields={shownFields} names={people} />
      </dl>
    </Card>
  );
}

function Deals({ customer, people }: { customer: string; people: Names }) {
  const { t } = useWords();
  const format = useFormat();
  const list = useList("opportunity", {
    fields: ["name", "stage", "amount", "expected_close", "owner", "next_step"],
    where: is("customer", customer),
    order: "expected_close",
    descending: true,
  });
  return (
    <Answer of={list}>
      {({ rows }) =>
        rows.length === 0 ? (
          <Card>
            <Empty line={t.customers.noDeals} />
          </Card>
        ) : (
          <Card flush>
            <PlainTable
              label={format.label("opportunity")}
              rows={rows}
              keyOf={(row) => row.id}
              columns={[
                {
                  name: format.field("opportunity", "name"),
                  cell: (row) => (
                    <Link href={`/app/pipeline/${row.id}`}>{textOf(row, "name")}</Link>
                  ),
                },
                {
                  name: format.field("opportunity", "stage"),
                  cell: (row) => format.choice("opportunity", "stage", textOf(row, "stage")),
                },
                {
                  name: format.field("opportunity", "amount"),
                  figures: true,
                  cell: (row) => (
                    <FieldValue type="opportunity" field="amount" value={row.f.amount} />
                  ),
                },
                {
                  name: format.field("opportunity", "expected_close"),
                  figures: true,
                  wide: true,
                  cell: (row) => (
                    <FieldValue
                      type="opportunity"
                      field="expected_close"
                      value={row.f.expected_close}
                    />
                  ),
                },
                {
                  name: format.field("opportunity", "owner"),
                  wide: true,
                  cell: (row) => people[textOf(row, "owner")] ?? "–",
                },
              ]}
            />
          </Card>
        )
      }
    </Answer>
  );
}

function Orders({ customer }: { customer: string }) {
  const { t } = useWords();
  const format = useFormat();
  const list = useList("order", {
    fields: ["number", "state", "ordered_on", "total", "line_count"],
    where: is("customer", customer),
    order: "ordered_on",
    descending: true,
  });
  return (
    <Answer of={list}>
      {({ rows }) =>
        rows.length === 0 ? (
          <Card>
            <Empty line={t.customers.noOrders} />
          </Card>
        ) : (
          <Card flush>
            <PlainTable
              label={format.label("order")}
              rows={rows}
              keyOf={(row) => row.id}
              columns={[
                {
                  name: format.field("order", "number"),
                  cell: (row) => (
                    <Link href={`/app/orders/${row.id}`}>{textOf(row, "number")}</Link>
                  ),
                },
                {
                  name: format.field("order", "state"),
                  cell: (row) => format.choice("order", "state", textOf(row, "state")),
                },
                {
                  name: format.field("order", "ordered_on"),
                  figures: true,
                  cell: (row) => (
                    <FieldValue type="order" field="ordered_on" value={row.f.ordered_on} />
                  ),
                },
                {
                  name: format.field("order", "total"),
                  figures: true,
                  cell: (row) => <Money row={row} field="total" />,
                },
              ]}
            />
          </Card>
        )
      }
    </Answer>
  );
}

function Contacts({ customer }: { customer: string }) {
  const { t } = useWords();
  const format = useFormat();
  const shown = ["title", "role", "phone", "mobile", "email"].filter((field) =>
    format.specOf("contact", field),
  );
  const list = useList("contact", {
    fields: ["name", ...shown],
    where: is("customer", customer),
    order: "name",
  });
  return (
    <Answer of={list}>
      {({ rows, names }) =>
        rows.length === 0 ? (
          <Card>
            <Empty line={t.customers.noContacts} />
          </Card>
        ) : (
          <Card flush>
            <PlainTable
              label={format.label("contact")}
              rows={rows}
              keyOf={(row) => row.id}
              columns={[
                { name: format.field("contact", "name"), cell: (row) => textOf(row, "name") },
                ...shown.map((field) => ({
                  name: format.field("contact", field),
                  cell: (row: Row) => (
                    <FieldValue type="contact" field={field} value={row.f[field]} names={names} />
                  ),
                })),
              ]}
            />
          </Card>
        )
      }
    </Answer>
  );
}
