import { moneyOf, type Row } from "../api/records";
import { useFormat } from "../i18n/format";

// An amount of a record, or a dash.
export function Money({ row, field }: { row: Row; field: string }) {
  const format = useFormat();
  const money = moneyOf(row, field);
  return money ? format.money(money) : "–";
}
