import type { Money, Names, RecordType } from "../api/records";
import { useFormat, type Format } from "../i18n/format";

// The value of any field of any record, as a person reads it.
export function fieldText(
  format: Format,
  type: RecordType,
  field: string,
  value: unknown,
  names: Names = {},
): string {
  if (value === null || value === undefined || value === "") return "–";
  const kind = format.specOf(type, field)?.kind;
  switch (kind) {
    case "money":
      return format.money(value as Money);
    case "choice":
      return format.choice(type, field, String(value));
    case "reference":
      return names[String(value)] ?? "–";
    case "basis":
      return format.percent(Number(value));
    case "date":
      return format.day(String(value));
    case "time":
      return format.moment(String(value));
    case "boolean":
      return format.language === "zh" ? (value ? "是" : "否") : value ? "Yes" : "No";
    case "set":
      return (value as string[])
        .map((member) => names[member] ?? member)
        .join(format.language === "zh" ? "、" : ", ");
    case "position": {
      const { lat, lon } = value as { lat: number; lon: number };
      return `${lat.toFixed(5)}, ${lon.toFixed(5)}`;
    }
    default:
      return typeof value === "number" ? format.number(value) : String(value);
  }
}

export function FieldValue({
  type,
  field,
  value,
  names,
}: {
  type: RecordType;
  field: string;
  value: unknown;
  names?: Names;
}) {
  return <>{fieldText(useFormat(), type, field, value, names)}</>;
}
