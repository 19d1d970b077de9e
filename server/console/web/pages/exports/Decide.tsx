import { useState } from "react";
import { act } from "../../api/changes";
import { textOf, type Names, type Row } from "../../api/records";
import { useSend } from "../../app/useSend";
import { useWords } from "../../i18n";
import { useFormat } from "../../i18n/format";
import { Dialog, Words } from "../../ui/Dialog";
import { Facts } from "../../ui/Facts";
import { filterOf, whatOf } from "./standing";

export type Verdict = "approve" | "reject";

// Says whether somebody may take records out; who may not is told why.
export function Decide({
  row,
  verdict,
  names,
  onClose,
}: {
  row: Row;
  verdict: Verdict;
  names: Names;
  onClose: () => void;
}) {
  const { t } = useWords();
  const format = useFormat();
  const send = useSend();
  const [answer, setAnswer] = useState("");
  const said = answer.trim();
  return (
    <Dialog
      title={t.exports.decide[verdict]}
      action={t.exports[verdict]}
      danger={verdict === "reject"}
      ready={verdict === "approve" || said !== ""}
      onSubmit={() =>
        send(act(`export_request.${verdict}`, row.id, { ...(said && { answer: said }) }))
      }
      onClose={onClose}
    >
      <p>
        <strong>{names[textOf(row, "owner")] ?? t.team.somebody}</strong>
        {t.acts.because}
        {whatOf(t, format, row)}
      </p>
      <dl className="facts">
        <Facts type="export_request" row={row} names={names} fields={["reason"]} />
        <div>
          <dt>{format.field("export_request", "filter")}</dt>
          <dd>{filterOf(t, format, row, names) || t.exports.everything}</dd>
        </div>
      </dl>
      <Words
        label={format.field("export_request", "answer")}
        value={answer}
        onChange={setAnswer}
        rows={2}
        required={verdict === "reject"}
      />
    </Dialog>
  );
}
