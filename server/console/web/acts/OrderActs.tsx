import { useState } from "react";
import { act } from "../api/changes";
import { textOf, type Row } from "../api/records";
import { useMe } from "../app/session";
import { useSend } from "../app/useSend";
import { useWords } from "../i18n";
import { useFormat } from "../i18n/format";
import { Button } from "../ui/Button";
import { Dialog, Words } from "../ui/Dialog";

type Step = "confirm" | "ship" | "close";

// The step that comes next in each state, and whether the order can still be taken back.
const nextOf: Record<string, Step> = {
  submitted: "confirm",
  confirmed: "ship",
  shipped: "close",
};
const cancellable = ["submitted", "confirmed"];

// Moves an order on, or cancels it with a reason.
export function OrderActs({ order }: { order: Row }) {
  const { t } = useWords();
  const format = useFormat();
  const { may } = useMe();
  const send = useSend();
  const [open, setOpen] = useState<Step | "cancel" | null>(null);
  const [reason, setReason] = useState("");
  const state = textOf(order, "state");
  const next = nextOf[state];
  if (!may.manage) return null;
  return (
    <div className="acts">
      {next && (
        <Button kind="primary" onPress={() => setOpen(next)}>
          {t.acts[next]}
        </Button>
      )}
      {cancellable.includes(state) && (
        <Button kind="danger" onPress={() => setOpen("cancel")}>
          {t.acts.cancelOrder}
        </Button>
      )}
      {open && open !== "cancel" && (
        <Dialog
          title={`${t.acts[open]} ${textOf(order, "number")}`}
          action={t.acts[open]}
          onSubmit={() => send(act(`order.${open}`, order.id))}
          onClose={() => setOpen(null)}
        >
          <p>{t.acts.orderMoves(format.choice("order", "state", state))}</p>
        </Dialog>
      )}
      {open === "cancel" && (
        <Dialog
          title={`${t.acts.cancelOrder} ${textOf(order, "number")}`}
          action={t.acts.cancelOrder}
          danger
          ready={reason.trim() !== ""}
          onSubmit={() => send(act("order.cancel", order.id, { reason: reason.trim() }))}
          onClose={() => setOpen(null)}
        >
          <Words label={t.acts.reason} value={reason} onChange={setReason} rows={2} required />
        </Dialog>
      )}
    </div>
  );
}
