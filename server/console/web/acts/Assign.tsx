import { useState } from "react";
import { act } from "../api/changes";
import type { Problem } from "../api/client";
import { textOf, usePeople, type Row } from "../api/records";
import { useSendEach } from "../app/useSend";
import { useWords } from "../i18n";
import { useFormat } from "../i18n/format";
import { Dialog, Words } from "../ui/Dialog";
import { Select } from "../ui/Select";

export type Assignable = "customer" | "opportunity" | "lead";

// So many are named before they are given; the reader has just selected them.
const namedMax = 8;

interface Refused {
  row: Row;
  why: Problem;
}

// Gives records of one type to somebody else, each from whoever has it now; what is still to be done about it goes along. One that
// cannot be given does not hold up the others: which and why is told.
export function Assign({
  type,
  rows: now,
  onGiven,
  onClose,
}: {
  type: Assignable;
  rows: readonly Row[];
  onGiven?: (ids: string[]) => void;
  onClose: () => void;
}) {
  const { t } = useWords();
  const format = useFormat();
  const send = useSendEach();
  const people = usePeople().filter(({ status }) => status === "active");
  // As they were when the reader decided: whoever was faster meanwhile is not overruled.
  const [rows] = useState(now);
  const [owner, setOwner] = useState("");
  const [reason, setReason] = useState("");
  const [refused, setRefused] = useState<Refused[]>([]);
  const one = rows.length === 1;
  const submit = async () => {
    const answers = await send(
      ...rows.map((row) =>
        act(`${type}.assign`, row.id, {
          owner,
          ...(textOf(row, "owner") && { from: textOf(row, "owner") }),
          ...(reason.trim() && { reason: reason.trim() }),
        }),
      ),
    );
    if (one && answers[0]) throw answers[0];
    onGiven?.(rows.filter((_, index) => !answers[index]).map(({ id }) => id));
    const left = rows.flatMap((row, index) => {
      const why = answers[index];
      return why ? [{ row, why }] : [];
    });
    if (left.length > 0) setRefused(left);
    else if (!one) onClose();
  };
  if (refused.length > 0) {
    return <Outcome given={rows.length - refused.length} refused={refused} onClose={onClose} />;
  }
  const names = rows
    .slice(0, namedMax)
    .map((row) => textOf(row, "name"))
    .join(format.language === "zh" ? "、" : ", ");
  const unnamed = rows.length - namedMax;
  return (
    <Dialog
      title={one ? t.acts.assign : t.acts.assignMany(format.number(rows.length))}
      action={t.acts.assign}
      ready={owner !== ""}
      // What became of several is shown next, when not all were given.
      goesOn={!one}
      onClose={onClose}
      onSubmit={submit}
    >
      <p>{unnamed > 0 ? t.acts.andMore(names, format.number(unnamed)) : names}</p>
      <Select
        visible
        label={t.acts.to}
        value={owner}
        options={[
          { value: "", label: t.filter.choose },
          ...people.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={setOwner}
      />
      <Words label={t.acts.reason} value={reason} onChange={setReason} rows={2} />
    </Dialog>
  );
}

function Outcome({
  given,
  refused,
  onClose,
}: {
  given: number;
  refused: Refused[];
  onClose: () => void;
}) {
  const { t } = useWords();
  const format = useFormat();
  return (
    <Dialog title={t.acts.assign} onClose={onClose}>
      <div className="notice notice-refused" role="alert">
        {t.acts.assigned(format.number(given), format.number(refused.length))}
      </div>
      <ul className="consequences">
        {refused.map(({ row, why }) => (
          <li key={row.id}>
            <strong>{textOf(row, "name")}</strong>
            {t.acts.because}
            {why.sentence || t.states.unreachable}
          </li>
        ))}
      </ul>
      <p>{t.acts.staySelected}</p>
    </Dialog>
  );
}
