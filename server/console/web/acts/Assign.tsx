import { useState } from "react";
import { act } from "../api/changes";
import { textOf, usePeople, type Row } from "../api/records";
import { useSend } from "../app/useSend";
import { useWords } from "../i18n";
import { useFormat } from "../i18n/format";
import { Dialog, Words } from "../ui/Dialog";
import { Select } from "../ui/Select";

// Gives records of one type to somebody else, each from whoever has it now; what is still to be done about it goes along.
export function Assign({
  type,
  rows: now,
  onClose,
}: {
  type: "customer" | "opportunity" | "lead";
  rows: Row[];
  onClose: () => void;
}) {
  const { t } = useWords();
  const format = useFormat();
  const send = useSend();
  const people = usePeople().filter(({ status }) => status === "active");
  // As they were when the reader decided: whoever was faster meanwhile is not overruled.
  const [rows] = useState(now);
  const [owner, setOwner] = useState("");
  const [reason, setReason] = useState("");
  const names = rows.map((row) => textOf(row, "name")).join(format.language === "zh" ? "、" : ", ");
  return (
    <Dialog
      title={t.acts.assign}
      action={t.acts.assign}
      ready={owner !== ""}
      onClose={onClose}
      onSubmit={() =>
        send(
          ...rows.map((row) =>
            act(`${type}.assign`, row.id, {
              owner,
              ...(textOf(row, "owner") && { from: textOf(row, "owner") }),
              ...(reason.trim() && { reason: reason.trim() }),
            }),
          ),
        )
      }
    >
      <p>{names}</p>
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
