import type { Names, RecordType, Row } from "../api/records";
import { useFormat } from "../i18n/format";
import { FieldValue, fieldText } from "./FieldValue";

// Those of the fields that have a value, each under its name.
export function Facts({
  type,
  row,
  fields,
  names,
  figures = false,
}: {
  type: RecordType;
  row: Row;
  fields: string[];
  names: Names;
  figures?: boolean;
}) {
  const format = useFormat();
  return fields
    .filter((field) => fieldText(format, type, field, row.f[field], names) !== "–")
    .map((field) => (
      <div key={field}>
        <dt>{format.field(type, field)}</dt>
        <dd className={figures ? "figures" : ""}>
          <FieldValue type={type} field={field} value={row.f[field]} names={names} />
        </dd>
      </div>
    ));
}
