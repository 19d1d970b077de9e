import { textOf, useRecord, type Names, type RecordType, type Row } from "../../api/records";
import { useMe } from "../../app/session";
import { useWords } from "../../i18n";
import { useFormat } from "../../i18n/format";
import { Badge } from "../../ui/Badge";
import { Drawer } from "../../ui/Drawer";
import { Facts } from "../../ui/Facts";
import { FieldValue } from "../../ui/FieldValue";
import { Answer } from "../../ui/States";
import { ExportActs, type Acting } from "./ExportActs";
import { filterOf, isMine, lookOf, namesOf, openUntil, waitsForMe, whatOf } from "./standing";

// One export: what was asked for and why, how it stands, and what can be done with it.
export function ExportDrawer({
  id,
  names,
  acting,
  onClose,
}: {
  id: string;
  names: Names;
  acting: Acting;
  onClose: () => void;
}) {
  const { t } = useWords();
  const format = useFormat();
  const me = useMe();
  const asked = useRecord("export_request", id);
  const row = asked.data;
  const acts = row && (waitsForMe(me, row) || (isMine(me, row) && openUntil(row)));
  return (
    <Drawer
      name={row ? whatOf(t, format, row) : t.sections.exports}
      line={row && names[textOf(row, "owner")]}
      onClose={onClose}
      foot={acts && <ExportActs row={row} acting={acting} />}
    >
      <Answer of={asked}>{(found) => <Content row={found} names={names} />}</Answer>
    </Drawer>
  );
}

function Content({ row, names }: { row: Row; names: Names }) {
  const { t } = useWords();
  const format = useFormat();
  const me = useMe();
  const subject = textOf(row, "subject") as RecordType;
  const columns = (row.f.columns as string[] | undefined) ?? [];
  const until = isMine(me, row) && openUntil(row);
  return (
    <>
      <p>
        <Badge {...lookOf(t, format, row)} />
      </p>
      {until && <p>{t.exports.until(format.moment(until.toISOString()))}</p>}
      {isMine(me, row) && textOf(row, "state") === "requested" && <p>{t.exports.asksFirst}</p>}
      <dl className="facts">
        <Facts type="export_request" row={row} names={names} fields={["reason", "answer"]} />
        <div>
          <dt>{format.field("export_request", "filter")}</dt>
          <dd>{filterOf(t, format, row, names) || t.exports.everything}</dd>
        </div>
        <div>
          <dt>{format.field("export_request", "columns")}</dt>
          <dd>
            {columns.length === 0 ? (
              t.exports.everyField
            ) : (
              <FieldValue
                type="export_request"
                field="columns"
                value={columns}
                names={namesOf(columns.map((id) => ({ id, name: format.field(subject, id) })))}
              />
            )}
          </dd>
        </div>
        <Facts
          type="export_request"
          row={row}
          names={names}
          fields={["format", "created_at", "decided_by", "decided_at", "taken_at"]}
        />
      </dl>
    </>
  );
}
