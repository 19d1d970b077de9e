import { useFormat } from "../../i18n/format";
import { Badge, type Tone } from "../../ui/Badge";
import { Check, CircleSlash, Clock, NotebookPen, Package, Trophy } from "../../ui/icons";

const looks: Record<string, { tone: Tone; icon: typeof Check }> = {
  draft: { tone: "neutral", icon: NotebookPen },
  submitted: { tone: "waiting", icon: Clock },
  confirmed: { tone: "today", icon: Check },
  shipped: { tone: "sending", icon: Package },
  closed: { tone: "won", icon: Trophy },
  cancelled: { tone: "lost", icon: CircleSlash },
};

export function OrderState({ code }: { code: string }) {
  const format = useFormat();
  const look = looks[code];
  return (
    <Badge tone={look?.tone} icon={look?.icon}>
      {format.choice("order", "state", code)}
    </Badge>
  );
}
