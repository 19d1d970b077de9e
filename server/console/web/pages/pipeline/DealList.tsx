import { useLocation } from "wouter";
import { useAssignDeed } from "../../acts/useAssignDeed";
import { moneyOf, textOf, useLongList, type Row, type Where } from "../../api/records";
import { useAddress } from "../../app/address";
import { useWords } from "../../i18n";
import { useFormat } from "../../i18n/format";
import { Badge } from "../../ui/Badge";
import { CircleSlash, Trophy } from "../../ui/icons";
import { Twofold, type Column, type Order } from "../../ui/LongTable";
import { RecordTable } from "../../ui/RecordTable";

const usualOrder: Order = { by: "expected_close", descending: true };

export const dealFields = [
  "name",
  "customer",
  "owner",
  "stage",
  "amount",
  "win_rate",
  "expected_close",
];

export function DealList({ where }: { where?: Where }) {
  const { t } = useWords();
  const format = useFormat();
  const [, go] = useLocation();
  const [order, setOrder] = useAddress("order", usualOrder);
  const deed = useAssignDeed("opportunity");
  const list = useLongList("opportunity", {
    fields: dealFields,
    where,
    order: order.by,
    descending: order.descending,
  });
  const columns: Column<Row>[] = [
    {
      id: "name",
      name: format.field("opportunity", "name"),
      width: "minmax(0, 2fr)",
      order: "name",
      cell: (row) => (
        <Twofold first={textOf(row, "name")} second={list.names[textOf(row, "customer")]} />
      ),
    },
    {
      id: "stage",
      name: format.field("opportunity", "stage"),
      width: "132px",
      from: "tablet",
      order: "stage",
      cell: (row) => <StageBadge stage={textOf(row, "stage")} />,
    },
    {
      id: "owner",
      name: format.field("opportunity", "owner"),
      width: "minmax(0, 1fr)",
      from: "wide",
      order: "owner",
      cell: (row) => list.names[textOf(row, "owner")] ?? "–",
    },
    {
      id: "rate",
      name: format.field("opportunity", "win_rate"),
      width: "72px",
      from: "wide",
      figures: true,
      order: "win_rate",
      cell: (row) => (row.f.win_rate === undefined ? "–" : format.percent(Number(row.f.win_rate))),
    },
    {
      id: "close",
      name: format.field("opportunity", "expected_close"),
      width: "120px",
      from: "tablet",
      figures: true,
      order: "expected_close",
      cell: (row) =>
        textOf(row, "expected_close") ? format.day(textOf(row, "expected_close")) : "–",
    },
    {
      id: "amount",
      name: format.field("opportunity", "amount"),
      width: "140px",
      figures: true,
      order: "amount",
      cell: (row) => {
        const amount = moneyOf(row, "amount");
        return amount ? format.money(amount) : "–";
      },
    },
  ];
  return (
    <RecordTable
      label={t.sections.pipeline}
      list={list}
      columns={columns}
      order={order}
      onOrder={setOrder}
      onOpen={(row) => go(`/app/pipeline/${row.id}`)}
      deed={deed}
      none={t.pipeline.none}
    />
  );
}

export function StageBadge({ stage }: { stage: string }) {
  const format = useFormat();
  const label = format.choice("opportunity", "stage", stage);
  if (stage === "won") {
    return (
      <Badge tone="won" icon={Trophy}>
        {label}
      </Badge>
    );
  }
  if (stage === "lost") {
    return (
      <Badge tone="lost" icon={CircleSlash}>
        {label}
      </Badge>
    );
  }
  return <Badge>{label}</Badge>;
}
