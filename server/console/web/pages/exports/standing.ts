import { all, is, textOf, useList, type Names, type RecordType, type Row } from "../../api/records";
import { useMe, type Me } from "../../app/session";
import type { Messages } from "../../i18n";
import type { Format } from "../../i18n/format";
import type { Tone } from "../../ui/Badge";
import { conditionText } from "../../ui/conditionText";
import { Ban, Check, CircleSlash, Clock, Stamp, type LucideIcon } from "../../ui/icons";

// As long as the server gives the file out (shared/rules/exports.h): seven days for the first time, an hour again.
const openMillis = 7 * 24 * 60 * 60 * 1000;
const againMillis = 60 * 60 * 1000;

export const exportFields = [
  "owner",
  "subject",
  "filter",
  "columns",
  "format",
  "expected",
  "rows",
  "reason",
  "state",
  "decided_by",
  "decided_at",
  "answer",
  "taken_at",
  "created_at",
];

type Standing = "requested" | "approved" | "expired" | "rejected" | "taken";

const looks: Record<Standing, { tone: Tone; icon: LucideIcon }> = {
  requested: { tone: "waiting", icon: Clock },
  approved: { tone: "today", icon: Stamp },
  expired: { tone: "neutral", icon: CircleSlash },
  rejected: { tone: "lost", icon: Ban },
  taken: { tone: "won", icon: Check },
};

// Until when the file is given out; null while it is not.
export function openUntil(row: Row): Date | null {
  const state = textOf(row, "state");
  if (state !== "approved" && state !== "taken") return null;
  const since =
    state === "taken"
      ? textOf(row, "taken_at")
      : textOf(row, "decided_at") || textOf(row, "created_at");
  const until = new Date(Date.parse(since) + (state === "taken" ? againMillis : openMillis));
  return until > new Date() ? until : null;
}

export function lookOf(t: Messages, format: Format, row: Row) {
  const state = textOf(row, "state") as Standing;
  const late = state === "approved" && !openUntil(row);
  return {
    ...looks[late ? "expired" : state],
    children: late ? t.exports.expired : format.choice("export_request", "state", state),
  };
}

export const isMine = (me: Me, row: Row) => textOf(row, "owner") === me.user.id;
// About what the reader decides: types of records that they take out themselves without asking.
export const decidedBy = ({ may }: Me) =>
  may.manage ? Object.keys(may.export).filter((type) => may.export[type] === "may") : [];
export const waitsForMe = (me: Me, row: Row) =>
  decidedBy(me).includes(textOf(row, "subject")) &&
  textOf(row, "state") === "requested" &&
  !isMine(me, row);

export const waitingWhere = (me: Me) =>
  all(is("state", "requested"), is("subject", ...decidedBy(me)), {
    field: "owner",
    op: "not",
    values: [me.user.id],
  });

// Those that wait for this reader's decision, the longest first.
export function useExportsWaiting() {
  const me = useMe();
  return useList(
    "export_request",
    { fields: exportFields, where: waitingWhere(me), order: "created_at", limit: 5 },
    decidedBy(me).length > 0,
  );
}

// "Customer, 60 records"
export function whatOf(t: Messages, format: Format, row: Row): string {
  const count = Number(row.f.rows ?? row.f.expected ?? 0);
  return t.exports.what(format.label(textOf(row, "subject") as RecordType), format.number(count));
}

export function filterOf(t: Messages, format: Format, row: Row, names: Names): string {
  const filter = textOf(row, "filter");
  const subject = textOf(row, "subject") as RecordType;
  return filter && conditionText(t, format, subject, JSON.parse(filter).where, names);
}

export const namesOf = (...lists: { id: string; name: string }[][]): Names =>
  Object.fromEntries(lists.flat().map(({ id, name }) => [id, name]));
