import { useLocation } from "wouter";
import { textOf, useLongList, type Row } from "../../api/records";
import { useAddress } from "../../app/address";
import { Initial } from "../../app/Initial";
import { useWords } from "../../i18n";
import { useFormat } from "../../i18n/format";
import { Badge, type Tone } from "../../ui/Badge";
import { Choice } from "../../ui/Choice";
import { Ban, Check, Lock } from "../../ui/icons";
import { Twofold, type Column, type Order } from "../../ui/LongTable";
import { RecordTable } from "../../ui/RecordTable";
import { Search } from "../../ui/Search";
import { all, is } from "../../api/records";

const usualOrder: Order = { by: "name", descending: false };
const everything = "every";

const looks: { [status: string]: { tone: Tone; icon: typeof Check } } = {
  active: { tone: "won", icon: Check },
  frozen: { tone: "waiting", icon: Lock },
  left: { tone: "lost", icon: Ban },
};

// Everybody of the company: where they work, what their role is, and whether they may sign in.
export function Everybody() {
  const { t } = useWords();
  const format = useFormat();
  const [, go] = useLocation();
  const [words, setWords] = useAddress("q", "");
  const [status, setStatus] = useAddress("status", everything);
  const [order, setOrder] = useAddress("order", usualOrder);
  const list = useLongList("user", {
    fields: ["name", "login", "role", "team", "manager", "status", "title"],
    where: all(
      words !== "" && {
        any: ["name", "login"].map((field) => ({ field, op: "contains", values: [words] })),
      },
      status !== everything && is("status", status),
    ),
    order: order.by,
    descending: order.descending,
  });
  const columns: Column<Row>[] = [
    {
      id: "name",
      name: format.field("user", "name"),
      width: "minmax(0, 1.6fr)",
      order: "name",
      cell: (row) => (
        <span className="member">
          <Initial name={textOf(row, "name")} />
          <Twofold first={textOf(row, "name")} second={textOf(row, "title")} />
        </span>
      ),
    },
    {
      id: "login",
      name: format.field("user", "login"),
      width: "minmax(0, 1fr)",
      from: "tablet",
      order: "login",
      cell: (row) => textOf(row, "login"),
    },
    {
      id: "role",
      name: format.field("user", "role"),
      width: "minmax(0, 1fr)",
      from: "tablet",
      order: "role",
      cell: (row) => format.choice("user", "role", textOf(row, "role")),
    },
    {
      id: "team",
      name: format.field("user", "team"),
      width: "minmax(0, 1fr)",
      from: "wide",
      order: "team",
      cell: (row) => list.names[textOf(row, "team")] ?? "–",
    },
    {
      id: "manager",
      name: format.field("user", "manager"),
      width: "minmax(0, 1fr)",
      from: "wide",
      cell: (row) => list.names[textOf(row, "manager")] ?? "–",
    },
    {
      id: "status",
      name: format.field("user", "status"),
      width: "104px",
      cell: (row) => {
        const code = textOf(row, "status") || "active";
        return (
          <Badge tone={looks[code]?.tone} icon={looks[code]?.icon}>
            {format.choice("user", "status", code)}
          </Badge>
        );
      },
    },
  ];
  return (
    <>
      <div className="list-tools">
        <Search label={t.people.search} value={words} onChange={setWords} />
        <Choice
          label={format.field("user", "status")}
          value={status}
          onChange={setStatus}
          options={[
            { value: everything, label: t.orders.all },
            ...format.choices("user", "status").map(({ code, label }) => ({ value: code, label })),
          ]}
        />
      </div>
      <RecordTable
        label={t.sections.people}
        list={list}
        columns={columns}
        order={order}
        onOrder={setOrder}
        onOpen={(row) => go(`/app/people/${row.id}`)}
        none={t.people.none}
      />
    </>
  );
}
