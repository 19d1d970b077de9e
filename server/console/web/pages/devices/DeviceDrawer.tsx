import { useState, type ReactNode } from "react";
import { Link, useLocation, useSearch } from "wouter";
import type { Person } from "../../api/records";
import { useMe } from "../../app/session";
import { useWords } from "../../i18n";
import { useFormat } from "../../i18n/format";
import { Badge } from "../../ui/Badge";
import { Button } from "../../ui/Button";
import { Drawer } from "../../ui/Drawer";
import { Ban, Check, Eraser, Lock, LockOpen, RefreshCw, type LucideIcon } from "../../ui/icons";
import { Empty } from "../../ui/States";
import { DeviceHistory } from "./DeviceHistory";
import { OrderDevice } from "./OrderDevice";
import {
  commandsFor,
  isBehind,
  holdsNothing,
  lookOf,
  whyOf,
  type Command,
  type Device,
} from "./standing";

const icons: Record<Command, LucideIcon> = {
  approve: Check,
  lock: Lock,
  unlock: LockOpen,
  resync: RefreshCw,
  revoke: Ban,
  wipe: Eraser,
};

// One tablet: how it stands and why, what is known of it, what happened to it, and what may be ordered of it.
export function DeviceDrawer({
  device,
  people,
  newest,
}: {
  device: Device | undefined;
  people: Map<string, Person>;
  newest: string;
}) {
  const { t } = useWords();
  const { may } = useMe();
  const [, go] = useLocation();
  const search = useSearch();
  const [ordering, setOrdering] = useState<Command | null>(null);
  const close = () => go(`/app/devices${search && `?${search}`}`);
  const ordered = () => {
    setOrdering(null);
    // The button that asked for it is usually gone with the former state.
    requestAnimationFrame(() => {
      if (document.activeElement !== document.body) return;
      document.querySelector<HTMLElement>(".drawer-head h2")?.focus();
    });
  };
  if (!device) {
    return (
      <Drawer name={t.sections.devices} onClose={close}>
        <Empty line={t.devices.missing} />
      </Drawer>
    );
  }
  const user = people.get(device.user);
  const commands = may.administer ? commandsFor(device) : [];
  return (
    <Drawer
      name={`${user?.name ?? "–"} · ${device.code}`}
      line={device.name || device.platform}
      onClose={close}
      foot={
        commands.length > 0 &&
        commands.map((command) => {
          const Icon = icons[command];
          return (
            <Button
              key={command}
              kind={command === "wipe" ? "danger" : command === "approve" ? "primary" : "secondary"}
              onPress={() => setOrdering(command)}
            >
              <Icon size={18} strokeWidth={1.75} aria-hidden />
              {t.devices.commands[command].open}
            </Button>
          );
        })
      }
    >
      <Standing device={device} user={user} newest={newest} />
      <FactsOf device={device} people={people} />
      {device.wipe_receipt && <WipeReceipt receipt={device.wipe_receipt} />}
      <DeviceHistory device={device} people={people} />
      {ordering && <OrderDevice device={device} user={user} command={ordering} onClose={ordered} />}
    </Drawer>
  );
}

function Standing({
  device,
  user,
  newest,
}: {
  device: Device;
  user: Person | undefined;
  newest: string;
}) {
  const { t } = useWords();
  const format = useFormat();
  const told = whyOf(t, format, device, user, newest);
  const urgent = isBehind(device) || device.state === "pending" || device.state === "wipe_pending";
  return (
    <div className={`device-standing ${urgent ? "notice-waiting" : ""}`}>
      <Badge {...lookOf(t, format, device)} />
      {told.length === 0 ? (
        <p>{holdsNothing(device) ? t.devices.keepsNothing : t.devices.why.well}</p>
      ) : (
        told.map((sentence) => <p key={sentence}>{sentence}</p>)
      )}
    </div>
  );
}

function FactsOf({ device, people }: { device: Device; people: Map<string, Person> }) {
  const { t } = useWords();
  const format = useFormat();
  const by = device.state_by && people.get(device.state_by)?.name;
  return (
    <dl className="device-facts">
      <Fact name={t.devices.user}>
        <Link href={`/app/people/${device.user}`}>{people.get(device.user)?.name ?? "–"}</Link>
      </Fact>
      {device.state_since && (
        <Fact name={t.devices.stateSince}>
          {[format.moment(device.state_since), by].filter(Boolean).join(" · ")}
        </Fact>
      )}
      <Fact name={t.devices.lastSeen}>{format.moment(device.last_seen)}</Fact>
      {!holdsNothing(device) && (
        <>
          <Fact name={t.devices.platform}>{device.platform || "–"}</Fact>
          <Fact name={t.devices.version}>{device.app_version || "–"}</Fact>
        </>
      )}
      <Fact name={t.devices.changes}>{format.number(device.changes)}</Fact>
      {!holdsNothing(device) && (
        <>
          {device.changes_waiting > 0 && (
            <Fact name={t.devices.changesWaiting}>{format.number(device.changes_waiting)}</Fact>
          )}
          {device.files_waiting > 0 && (
            <Fact name={t.devices.filesWaiting}>{format.number(device.files_waiting)}</Fact>
          )}
          {!device.signs && <Fact name={t.devices.signs}>{t.devices.noKey}</Fact>}
        </>
      )}
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd className="figures">{children}</dd>
    </div>
  );
}

interface Destroyed {
  ordered_at: string;
  wiped_at: string;
  files: { name: string; bytes: number }[];
}

// What the tablet has signed of its end. The server took it only because the signature fits the tablet's key.
function WipeReceipt({ receipt }: { receipt: Device["wipe_receipt"] }) {
  const { t } = useWords();
  const format = useFormat();
  const said = JSON.parse(receipt.text) as Destroyed;
  const bytes = said.files.reduce((sum, file) => sum + file.bytes, 0);
  return (
    <section aria-label={t.devices.receipt.title}>
      <h3>{t.devices.receipt.title}</h3>
      <dl className="device-facts">
        <Fact name={t.devices.receipt.ordered}>{format.moment(said.ordered_at)}</Fact>
        <Fact name={t.devices.receipt.wiped}>{format.moment(said.wiped_at)}</Fact>
        <Fact name={t.devices.receipt.received}>{format.moment(receipt.received_at)}</Fact>
        <Fact name={t.devices.receipt.destroyed}>
          {t.devices.receipt.files(format.number(said.files.length), format.bytes(bytes))}
        </Fact>
      </dl>
      <details className="device-details">
        <summary>{t.devices.receipt.details}</summary>
        <ul>
          {said.files.map(({ name, bytes: size }) => (
            <li key={name}>
              <code>{name}</code> <span className="figures">{format.bytes(size)}</span>
            </li>
          ))}
        </ul>
        <p>{t.devices.receipt.signature}</p>
        <code className="device-signature">{receipt.signature}</code>
      </details>
    </section>
  );
}
