import type { Names, RecordType, Where } from "../api/records";
import type { Messages } from "../i18n";
import type { Format } from "../i18n/format";
import { fieldText } from "./FieldValue";
import { fieldAt } from "./Filters";

// What a condition demands, as a person reads it; nothing when that is nothing. Of what a reference means, `names` has the names.
export function conditionText(
  t: Messages,
  format: Format,
  type: RecordType,
  where: Where,
  names: Names,
  within?: "all" | "any",
): string {
  const parts = where.all ?? where.any;
  if (parts) {
    const match = where.all ? "all" : "any";
    const told = parts
      .map((part) => conditionText(t, format, type, part, names, match))
      .filter(Boolean);
    const joined = told.join(match === "all" ? t.filter.and : t.filter.or);
    return within && within !== match && told.length > 1 ? t.filter.group(joined) : joined;
  }
  const { of, field, label } = fieldAt(format, type, where.field ?? "");
  const kind = format.specOf(of, field)?.kind;
  const values = (where.values ?? []).map((value) => {
    // Lists are filtered by the day.
    if (kind === "time") return format.day(String(value));
    if (kind === "reference") return names[String(value)] ?? t.filter.oneOfThem;
    return fieldText(format, of, field, value, names);
  });
  return [label, t.filter.ops[where.op ?? "is"], values.join(t.filter.or)]
    .filter(Boolean)
    .join(" ");
}
