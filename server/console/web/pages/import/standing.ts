import { isGoingOn, type Import } from "../../api/imports";
import type { Messages } from "../../i18n";
import type { Format } from "../../i18n/format";
import type { Tone } from "../../ui/Badge";
import {
  Check,
  CircleAlert,
  CircleSlash,
  Clock,
  Eye,
  RefreshCw,
  Undo2,
  type LucideIcon,
} from "../../ui/icons";

const looks: Record<Import["state"], { tone: Tone; icon: LucideIcon }> = {
  waiting: { tone: "waiting", icon: Clock },
  running: { tone: "sending", icon: RefreshCw },
  done: { tone: "won", icon: Check },
  failed: { tone: "refused", icon: CircleAlert },
  broken_off: { tone: "refused", icon: CircleSlash },
  undoing: { tone: "sending", icon: RefreshCw },
  undone: { tone: "neutral", icon: Undo2 },
};
const onlyChecked = { tone: "neutral", icon: Eye } as const;

export function lookOf(t: Messages, { state, dry_run }: Import) {
  const words = dry_run ? { ...t.imports.states, ...t.imports.checks } : t.imports.states;
  const look = dry_run && state === "done" ? onlyChecked : looks[state];
  return { ...look, children: words[state] };
}

export const doesSomething = ({ created, changed }: Import) => created + changed > 0;

export const figureNames = ["created", "changed", "unchanged", "skipped", "rejected"] as const;

// What became of the rows: those that make a difference, and the others.
export function outcomeOf(t: Messages, format: Format, job: Import): [string, string] {
  if (isGoingOn(job)) return [progressOf(t, format, job), ""];
  const told = (...names: (typeof figureNames)[number][]) =>
    names
      .filter((name) => job[name] > 0)
      .map((name) => t.imports.parts[name](format.number(job[name])))
      .join(t.imports.next);
  return [told("created", "changed"), told("unchanged", "skipped", "rejected")];
}

export const progressOf = (t: Messages, format: Format, { done, rows }: Import) =>
  t.imports.progress(format.number(done), format.number(rows));
