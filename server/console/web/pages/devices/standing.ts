import type { Schemas } from "../../api/client";
import type { Person } from "../../api/records";
import type { Messages } from "../../i18n";
import type { Format } from "../../i18n/format";
import type { Tone } from "../../ui/Badge";
import { Ban, Check, Clock, CloudOff, Eraser, Lock, LogOut, type LucideIcon } from "../../ui/icons";

// How a tablet stands, out of what the server knows of it: its state, when it was in contact, and what it then said of itself.

export type Device = Schemas["Device"];
export type Command = Schemas["DeviceOrder"]["command"];

// The states of the server, of which people tell "approved" apart: somebody works with it, or nobody is signed in.
export type Standing = "well" | "signed_out" | Exclude<Device["state"], "approved">;
export const standings: Standing[] = [
  "pending",
  "well",
  "signed_out",
  "locked",
  "revoked",
  "wipe_pending",
  "wiped",
];

export function standingOf(device: Device): Standing {
  if (device.state !== "approved") return device.state;
  return device.signed_in ? "well" : "signed_out";
}

const looks: Record<Standing, { tone: Tone; icon: LucideIcon }> = {
  pending: { tone: "waiting", icon: Clock },
  well: { tone: "won", icon: Check },
  signed_out: { tone: "neutral", icon: LogOut },
  locked: { tone: "refused", icon: Lock },
  revoked: { tone: "lost", icon: Ban },
  wipe_pending: { tone: "conflict", icon: Eraser },
  wiped: { tone: "neutral", icon: Eraser },
};
const silence = { tone: "waiting", icon: CloudOff } as const;

// What may be ordered of a device in each of the server's states, the most usual first.
const commandsOf: Record<Device["state"], Command[]> = {
  pending: ["approve", "revoke", "wipe"],
  approved: ["lock", "resync", "revoke", "wipe"],
  locked: ["unlock", "revoke", "wipe"],
  revoked: ["wipe"],
  wipe_pending: [],
  wiped: [],
};

const dayMillis = 24 * 60 * 60 * 1000;
// A tablet is in contact every few minutes while its app is open, and people have weekends.
export const silentDays = 7;
// Clocks may differ by this much without anybody noticing.
const aheadMillis = 120_000;

// The key of a program is a device too.
const isProgram = (device: Device) => device.platform === "api";
export const holdsNothing = (device: Device) => device.platform === "browser" || isProgram(device);
// Where nothing is held there is nothing to wipe: the session of a browser is ended, the key of a program locked or revoked.
export const commandsFor = (device: Device) =>
  commandsOf[device.state].filter(
    (command) =>
      !holdsNothing(device) || command === "unlock" || (isProgram(device) && command === "lock"),
  );
export const isBehind = (device: Device) => device.changes_waiting + device.files_waiting > 0;
export const isAhead = (device: Device) => device.clock_ahead_ms > aheadMillis;
// Revoked and wiped ones have no more to say.
const isExpected = ({ state }: Device) => state !== "revoked" && state !== "wiped";
export const daysSince = (time: string) =>
  Math.floor((Date.now() - new Date(time).getTime()) / dayMillis);
export const isSilent = (device: Device, days: number) =>
  isExpected(device) && daysSince(device.last_seen) >= days;
export const isOlder = (device: Device, newest: string) =>
  isExpected(device) && !holdsNothing(device) && byVersion.compare(device.app_version, newest) < 0;

const byVersion = new Intl.Collator("en", { numeric: true });
export function newestOf(devices: Device[]): string {
  const versions = devices
    .filter((device) => !holdsNothing(device))
    .map((each) => each.app_version);
  return versions.sort(byVersion.compare).at(-1) ?? "";
}

// Its badge: the state, but that one in use which is not heard of any more says so.
export function lookOf(t: Messages, format: Format, device: Device) {
  const standing = standingOf(device);
  const mute = standing === "well" && isSilent(device, silentDays);
  return {
    ...(mute ? silence : looks[standing]),
    children: mute
      ? t.devices.silentFor(format.number(daysSince(device.last_seen)))
      : t.devices.standings[standing],
  };
}

export function whatWaits(t: Messages, format: Format, device: Device): string {
  const { changes_waiting: changes, files_waiting: files } = device;
  const parts = [
    changes > 0 && t.devices.changesOf(format.number(changes)),
    files > 0 && t.devices.filesOf(format.number(files)),
  ].filter(Boolean);
  return parts.join(t.devices.and);
}

// In plain sentences, the most urgent first; none for a tablet with which all is well.
export function whyOf(
  t: Messages,
  format: Format,
  device: Device,
  user: Person | undefined,
  newest: string,
): string[] {
  const words = t.devices.why;
  const told = [];
  const what = whatWaits(t, format, device);
  const frozen = user !== undefined && user.status !== "active";
  if (device.state === "pending") told.push(words.pending);
  if (device.state === "wipe_pending") told.push(words.wipePending);
  if (device.wipe_receipt) told.push(words.wiped(format.moment(device.wipe_receipt.received_at)));
  if (device.reason) told.push(words.reason(device.reason));
  if (frozen && isExpected(device)) told.push(words.frozen(user.name));
  if (what !== "") {
    if (device.state !== "approved" || frozen) told.push(words.waitsHeld(what));
    else if (!device.signed_in) told.push(words.waitsForSignIn(what));
    else told.push(words.waits(what, format.moment(device.last_seen)));
  }
  if (isSilent(device, silentDays)) {
    told.push(words.silent(format.number(daysSince(device.last_seen))));
  }
  if (isAhead(device)) {
    told.push(words.clock(format.number(Math.round(device.clock_ahead_ms / 60_000))));
  }
  if (device.resync) told.push(words.resync);
  if (newest !== "" && isOlder(device, newest)) told.push(words.older(newest));
  return told;
}
