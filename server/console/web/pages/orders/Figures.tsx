import { Link } from "wouter";
import { all, useTotals, type Money, type RecordType, type Where } from "../../api/records";
import { useAddress } from "../../app/address";
import { fieldIs, monthIs, rowsAt } from "../../app/rows";
import { useWords } from "../../i18n";
import { useFormat, type Format } from "../../i18n/format";
import { Card } from "../../ui/Card";
import { fieldText } from "../../ui/FieldValue";
import type { FilterLine } from "../../ui/Filters";
import { PlainTable } from "../../ui/PlainTable";
import { Select } from "../../ui/Select";
import { Answer, Empty } from "../../ui/States";

const dimensions = [
  "owner",
  "owner.team",
  "customer",
  "customer.region",
  "customer.tier",
  "ordered_on",
  "product",
];
const isCounted = (state: string): Where => ({
  field: state,
  op: "not",
  values: ["draft", "cancelled"],
});

interface Group {
  key: unknown;
  count: number;
  sum: Money[];
}

// What was ordered, by whatever one wants to see it by; drafts and cancelled orders do not count.
export function Figures({ where, lines }: { where?: Where; lines: FilterLine[] }) {
  const { t } = useWords();
  const format = useFormat();
  const [by, setBy] = useAddress("by", "owner");
  // Products stand in the lines of orders.
  const byProduct = by === "product";
  const orders = useTotals("order", {
    where: all(where, isCounted("state")),
    by: [
      byProduct ? { field: "state" } : { field: by, step: by === "ordered_on" ? "month" : "value" },
    ],
    sum: ["total"],
  });
  const products = useTotals("order_line", {
    where: isCounted("order.state"),
    by: [{ field: "product" }],
    sum: ["line_total"],
  });
  const asked = byProduct ? products : orders;
  return (
    <>
      <div className="list-tools">
        <Select
          label={t.pipeline.by}
          value={by}
          options={dimensions.map((path) => ({ value: path, label: labelOf(format, path) }))}
          onChange={setBy}
        />
      </div>
      <Answer of={asked} rows={8}>
        {({ rows, names }) => {
          const groups: Group[] = rows.map(({ by: keys, count, sums }) => ({
            key: keys[0] ?? null,
            count,
            sum: sums[0] ?? [],
          }));
          if (by !== "ordered_on") groups.sort((a, b) => format.sum(b.sum) - format.sum(a.sum));
          return (
            <Card flush>
              {groups.length === 0 ? (
                <Empty line={t.orders.none} />
              ) : (
                <PlainTable
                  label={t.pipeline.figures}
                  rows={groups}
                  keyOf={({ key }) => String(key)}
                  columns={[
                    {
                      name: labelOf(format, by),
                      cell: ({ key }) =>
                        key === null ? t.pipeline.unsaid : keyText(format, by, key, names),
                    },
                    {
                      name: byProduct ? format.label("order_line") : format.label("order"),
                      figures: true,
                      cell: ({ key, count }) =>
                        byProduct ? (
                          format.number(count)
                        ) : (
                          <Link className="rows" href={behind(by, key, lines)}>
                            {format.number(count)}
                          </Link>
                        ),
                    },
                    {
                      name: format.field("order", "total"),
                      figures: true,
                      cell: ({ sum }) => format.amounts(sum),
                    },
                  ]}
                />
              )}
            </Card>
          );
        }}
      </Answer>
    </>
  );
}

function behind(by: string, key: unknown, lines: FilterLine[]): string {
  const own = by === "ordered_on" ? monthIs(by, String(key)) : [fieldIs(by, key)];
  return rowsAt("orders", [
    ...lines,
    ...own,
    { field: "state", op: "not", value: "draft" },
    { field: "state", op: "not", value: "cancelled" },
  ]);
}

function partsOf(format: Format, path: string): { of: RecordType; field: string } {
  if (path === "product") return { of: "order_line", field: "product" };
  const [first, second] = path.split(".");
  if (!second) return { of: "order", field: first! };
  return { of: format.specOf("order", first!)!.to as RecordType, field: second };
}

function labelOf(format: Format, path: string): string {
  const { of, field } = partsOf(format, path);
  return format.field(of, field);
}

function keyText(format: Format, path: string, key: unknown, names: Record<string, string>) {
  if (path === "ordered_on") return `${format.month(String(key))} ${String(key).slice(0, 4)}`;
  const { of, field } = partsOf(format, path);
  return fieldText(format, of, field, key, names);
}
