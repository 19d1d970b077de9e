import type { Schemas } from "../../api/client";
import type { Person, RecordType } from "../../api/records";
import { labels } from "../../generated/labels";
import type { Messages } from "../../i18n";
import type { Format } from "../../i18n/format";
import {
  Ban,
  Check,
  Clock,
  Copy,
  Eraser,
  Eye,
  KeyRound,
  Lock,
  LockOpen,
  LogIn,
  LogOut,
  Monitor,
  RefreshCw,
  ScrollText,
  Send,
  ShieldAlert,
  Tablet,
  TriangleAlert,
  type LucideIcon,
} from "../../ui/icons";
import { holdsNothing, type Device } from "./standing";

// The entries of the trail about one device as sentences.

export type Entry = Schemas["TrailEntries"]["entries"][number];

export interface Happening {
  id: string;
  at: string;
  icon: LucideIcon;
  tone?: "good" | "waiting" | "refused";
  text: string;
  note?: string;
}

// What administrators order of devices.
export const orderKinds = [
  "device.approved",
  "device.locked",
  "device.unlocked",
  "device.revoked",
  "device.wipe_ordered",
  "device.resync_ordered",
] as const;

const icons: Record<string, { icon: LucideIcon; tone?: Happening["tone"] }> = {
  "device.waits": { icon: Clock, tone: "waiting" },
  "device.approved": { icon: Check, tone: "good" },
  "device.locked": { icon: Lock, tone: "refused" },
  "device.unlocked": { icon: LockOpen, tone: "good" },
  "device.revoked": { icon: Ban, tone: "refused" },
  "device.wipe_ordered": { icon: Eraser, tone: "waiting" },
  "device.wiped": { icon: Eraser, tone: "good" },
  "device.resync_ordered": { icon: RefreshCw },
  "device.cloned": { icon: Copy, tone: "refused" },
  "session.opened": { icon: LogIn },
  "session.ended": { icon: LogOut },
  "vault.recovered": { icon: KeyRound },
  "field.viewed": { icon: Eye },
  "change.refused": { icon: TriangleAlert, tone: "refused" },
  "change.held": { icon: ShieldAlert, tone: "waiting" },
};

// Entries of one exchange with the server stand together: they are written within this time.
const togetherMillis = 60_000;
const isSent = ({ kind }: Entry) => kind === "record.made" || kind === "record.changed";
// What one sees many of at once, which says more as a number.
const counted = new Set(["change.refused", "change.held", "field.viewed"]);
const kindOf = (entry: Entry) => (isSent(entry) ? "sent" : entry.kind);

export function happeningsOf(
  t: Messages,
  format: Format,
  device: Device,
  people: Map<string, Person>,
  entries: Entry[],
): Happening[] {
  const latestFirst = [...entries].sort((a, b) => b.number - a.number);
  const groups: Entry[][] = [];
  for (const entry of latestFirst) {
    const group = groups.find(
      ([first]) =>
        (isSent(entry) || counted.has(entry.kind)) &&
        kindOf(first!) === kindOf(entry) &&
        new Date(first!.at).getTime() - new Date(entry.at).getTime() < togetherMillis,
    );
    if (group) group.push(entry);
    else groups.push([entry]);
  }
  const told = groups.flatMap((group) => {
    const happening = tell(t, format, device, people, group);
    return happening ? [happening] : [];
  });
  const known = entries.some(({ kind }) => kind === "device.enrolled" || kind === "device.waits");
  if (!known) {
    told.push({
      id: "enrolled",
      at: device.enrolled_at,
      ...begun(t, device, people.get(device.user)?.name ?? ""),
    });
  }
  return told;
}

function tell(
  t: Messages,
  format: Format,
  device: Device,
  people: Map<string, Person>,
  group: Entry[],
): Happening | null {
  const words = t.devices.told;
  const entry = group[0]!;
  const by = entry.by ? (people.get(entry.by)?.name ?? "–") : words.commandLine;
  const count = format.number(group.length);
  const told = (entry.body ?? {}) as { because?: string; reason?: string };
  const shared = { id: String(entry.number), at: entry.at };
  if (isSent(entry)) {
    return {
      ...shared,
      icon: Send,
      tone: "good",
      text: words.sent(count),
      note: kinds(format, group),
    };
  }
  if (entry.kind === "device.enrolled") return { ...shared, ...begun(t, device, by) };
  if (entry.kind === "session.ended") {
    const because = told.because ?? "";
    // What closed the device off says so itself.
    if (because === "device_closed" || because === "device_cloned") return null;
    const text = words.ended[because as keyof typeof words.ended] ?? t.audit.kinds["session.ended"];
    return { ...shared, ...icons[entry.kind]!, text };
  }
  const sentence = words.kinds[entry.kind as keyof typeof words.kinds];
  const text = sentence
    ? sentence(counted.has(entry.kind) ? count : by)
    : (t.audit.kinds[entry.kind as keyof Messages["audit"]["kinds"]] ?? entry.kind);
  return { ...shared, ...(icons[entry.kind] ?? { icon: ScrollText }), text, note: told.reason };
}

const begun = (t: Messages, device: Device, by: string) =>
  holdsNothing(device)
    ? { icon: Monitor, text: t.devices.told.firstUsed(by) }
    : { icon: Tablet, text: t.devices.told.enrolled(by) };

// Which records, and how many of each: "Visit 2, Customer 1".
function kinds(format: Format, group: Entry[]): string {
  const counts = new Map<string, number>();
  for (const { type } of group) {
    if (type) counts.set(type, (counts.get(type) ?? 0) + 1);
  }
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([type, count]) => {
      const label = type in labels ? format.label(type as RecordType) : type;
      return `${label} ${format.number(count)}`;
    })
    .join(format.language === "zh" ? "、" : ", ");
}
