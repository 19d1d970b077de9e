import { Route, Switch, useLocation } from "wouter";
import { Export } from "../../acts/Export";
import { useAssignDeed } from "../../acts/useAssignDeed";
import { useAddress } from "../../app/address";
import { Page } from "../../app/Page";
import { Views } from "../../app/Views";
import { all, textOf, useLongList, type Row } from "../../api/records";
import { useWords } from "../../i18n";
import { useFormat } from "../../i18n/format";
import { Badge, Tier } from "../../ui/Badge";
import { Filters, noFilter, useFilterFields, whereOf } from "../../ui/Filters";
import { Twofold, type Column, type Order } from "../../ui/LongTable";
import { RecordTable } from "../../ui/RecordTable";
import { Search } from "../../ui/Search";
import { Customer } from "./Customer";

export default function Customers() {
  return (
    <Switch>
      <Route path="/app/customers/:id">{({ id }) => <Customer id={id} />}</Route>
      <Route>
        <CustomerList />
      </Route>
    </Switch>
  );
}

const usualOrder: Order = { by: "name", descending: false };
const listFields = ["name", "city", "tier", "status", "owner", "region", "last_contact_at"];
const filterFields = [
  "tier",
  "status",
  "owner",
  "owner.team",
  "region",
  "city",
  "industry",
  "kind",
  "last_contact_at",
  "next_contact_at",
  "created_at",
];

function CustomerList() {
  const { t } = useWords();
  const format = useFormat();
  const [, go] = useLocation();
  const [words, setWords] = useAddress("q", "");
  const [filter, setFilter] = useAddress("filter", noFilter);
  const [order, setOrder] = useAddress("order", usualOrder);
  const fields = useFilterFields("customer", filterFields);
  const deed = useAssignDeed("customer");
  const where = all(words !== "" && { any: wordsWhere(words) }, whereOf(format, filter, fields));
  const list = useLongList("customer", {
    fields: listFields,
    where,
    order: order.by,
    descending: order.descending,
  });
  const columns: Column<Row>[] = [
    {
      id: "name",
      name: format.field("customer", "name"),
      width: "minmax(0, 3fr)",
      order: "name",
      cell: (row) => <Twofold first={textOf(row, "name")} second={textOf(row, "city")} />,
    },
    {
      id: "tier",
      name: format.field("customer", "tier"),
      width: "84px",
      from: "tablet",
      order: "tier",
      cell: (row) =>
        textOf(row, "tier") && (
          <Tier tier={textOf(row, "tier")}>
            {format.choice("customer", "tier", textOf(row, "tier"))}
          </Tier>
        ),
    },
    {
      id: "status",
      name: format.field("customer", "status"),
      width: "104px",
      cell: (row) => <Status code={textOf(row, "status")} />,
    },
    {
      id: "owner",
      name: format.field("customer", "owner"),
      width: "minmax(0, 1.2fr)",
      from: "tablet",
      order: "owner",
      cell: (row) => list.names[textOf(row, "owner")] ?? t.customers.nobody,
    },
    {
      id: "region",
      name: format.field("customer", "region"),
      width: "minmax(0, 1fr)",
      from: "wide",
      order: "region",
      cell: (row) => textOf(row, "region"),
    },
    {
      id: "last",
      name: format.field("customer", "last_contact_at"),
      width: "132px",
      from: "tablet",
      figures: true,
      order: "last_contact_at",
      cell: (row) => {
        const at = textOf(row, "last_contact_at");
        return at ? format.moment(at, false) : t.customers.never;
      },
    },
  ];
  return (
    <Page
      title={t.sections.customers}
      line={t.customers.count(format.number(list.count))}
      actions={<Search label={t.customers.search} value={words} onChange={setWords} />}
    >
      <div className="list-tools">
        <Filters fields={fields} state={filter} onChange={setFilter} />
        <Views page="customers" />
        <Export type="customer" where={where} fields={listFields} counted={t.customers.count} />
      </div>
      <RecordTable
        label={t.sections.customers}
        list={list}
        columns={columns}
        order={order}
        onOrder={setOrder}
        onOpen={(row) => go(`/app/customers/${row.id}`)}
        deed={deed}
        none={words || filter.lines.length > 0 ? t.customers.noneFound : t.customers.none}
      />
    </Page>
  );
}

export function wordsWhere(words: string) {
  return ["name", "city", "phone"].map((field) => ({
    field,
    op: "contains" as const,
    values: [words],
  }));
}

function Status({ code }: { code: string }) {
  const format = useFormat();
  const tone = { active: "won", prospect: "sending", dormant: "waiting", lost: "lost" } as const;
  if (!code) return null;
  return (
    <Badge tone={tone[code as keyof typeof tone] ?? "neutral"}>
      {format.choice("customer", "status", code)}
    </Badge>
  );
}
