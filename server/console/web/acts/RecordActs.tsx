import { useState } from "react";
import { textOf, type Row } from "../api/records";
import { useMe } from "../app/session";
import { useWords } from "../i18n";
import { Button } from "../ui/Button";
import { ArrowRightLeft, BellPlus, MessageSquareText, Printer } from "../ui/icons";
import { Assign } from "./Assign";
import { Comment } from "./Comment";
import { Plan } from "./Plan";

type Open = "assign" | "plan" | "comment" | null;

// What a manager does about a customer or an opportunity.
export function RecordActs({ type, row }: { type: "customer" | "opportunity"; row: Row }) {
  const { t } = useWords();
  const { may } = useMe();
  const [open, setOpen] = useState<Open>(null);
  const close = () => setOpen(null);
  const owner = textOf(row, "owner");
  const customer = type === "customer" ? row.id : textOf(row, "customer");
  const about = type === "customer" ? { customer } : { customer, opportunity: row.id };
  return (
    <div className="acts">
      <Button kind="primary" onPress={() => setOpen("comment")}>
        <MessageSquareText size={18} strokeWidth={1.75} aria-hidden />
        {t.acts.comment}
      </Button>
      <Button onPress={() => setOpen("plan")}>
        <BellPlus size={18} strokeWidth={1.75} aria-hidden />
        {t.acts.plan}
      </Button>
      {may.manage && (
        <Button onPress={() => setOpen("assign")}>
          <ArrowRightLeft size={18} strokeWidth={1.75} aria-hidden />
          {t.acts.assign}
        </Button>
      )}
      <Button kind="icon" aria-label={t.acts.print} onPress={() => window.print()}>
        <Printer size={18} strokeWidth={1.75} aria-hidden />
      </Button>
      {open === "assign" && <Assign type={type} rows={[row]} onClose={close} />}
      {open === "plan" && <Plan about={about} owner={owner} onClose={close} />}
      {open === "comment" && <Comment {...about} owner={owner} onClose={close} />}
    </div>
  );
}
