import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api, body, type Schemas } from "../api/client";
import type { Names, RecordType, Row } from "../api/records";
import { useWords } from "../i18n";
import { useFormat } from "../i18n/format";
import { Card } from "./Card";
import { fieldText } from "./FieldValue";
import { PlainTable } from "./PlainTable";
import { Select } from "./Select";
import { Answer, Empty } from "./States";

type Past = Schemas["History"]["values"][number];

// How the fields of a record came to be what they are: each change with what was there before and after it, the latest first; of
// all fields, or of one.
export function History({ type, row, people }: { type: RecordType; row: Row; people: Names }) {
  const { t } = useWords();
  const format = useFormat();
  const [field, setField] = useState("");
  const history = useQuery({
    queryKey: ["history", type, row.id],
    queryFn: () =>
      body(api.POST("/v1/records/{type}/{id}/history", { params: { path: { type, id: row.id } } })),
  });
  const text = (of: string, value: unknown) => fieldText(format, type, of, value, people);
  return (
    <Answer of={history}>
      {({ values }) => {
        if (values.length === 0) {
          return (
            <Card>
              <Empty line={t.history.none} />
            </Card>
          );
        }
        const fields = [...new Set(values.map((value) => value.field))];
        const shown = values.filter((value) => field === "" || value.field === field);
        // What came after a value: the one that was replaced next, or the one that stands.
        const next = (value: Past) => {
          const after = values.find(
            (one) => one.field === value.field && one.v === value.replaced_by,
          );
          return after ? after.value : row.f[value.field];
        };
        return (
          <Card
            title={t.history.title}
            aside={
              <Select
                label={t.history.field}
                value={field}
                options={[
                  { value: "", label: t.history.all },
                  ...fields.map((one) => ({ value: one, label: format.field(type, one) })),
                ]}
                onChange={setField}
              />
            }
            flush
          >
            <PlainTable
              label={t.history.title}
              rows={[...shown].reverse()}
              keyOf={(value) => value.replaced_by + value.field}
              columns={[
                {
                  name: t.history.when,
                  cell: ({ replaced_by }) =>
                    format.moment(new Date(Number(replaced_by.split(".")[0])).toISOString()),
                },
                { name: t.history.field, cell: (value) => format.field(type, value.field) },
                { name: t.history.was, cell: (value) => text(value.field, value.value) },
                { name: t.history.became, cell: (value) => text(value.field, next(value)) },
                {
                  name: t.history.by,
                  wide: true,
                  cell: ({ by }) => people[by ?? ""] ?? t.history.server,
                },
              ]}
            />
          </Card>
        );
      }}
    </Answer>
  );
}
