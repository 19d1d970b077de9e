import { useState } from "react";
import { Route, Switch } from "wouter";
import { usePeople, type Person } from "../../api/records";
import { useAddress } from "../../app/address";
import { Page } from "../../app/Page";
import { rowsAt } from "../../app/rows";
import { useMe } from "../../app/session";
import { useWords } from "../../i18n";
import { useFormat } from "../../i18n/format";
import { Button } from "../../ui/Button";
import { Card, Figure } from "../../ui/Card";
import { Choice } from "../../ui/Choice";
import { Plus } from "../../ui/icons";
import { Search } from "../../ui/Search";
import { Select } from "../../ui/Select";
import { Answer, Empty } from "../../ui/States";
import { DeviceDrawer } from "./DeviceDrawer";
import { DeviceTable } from "./DeviceTable";
import { Invite } from "./Invite";
import {
  daysSince,
  isAhead,
  isBehind,
  holdsNothing,
  isOlder,
  isSilent,
  newestOf,
  silentDays,
  standingOf,
  standings,
  type Device,
} from "./standing";
import { useDevices } from "./useDevices";
import "./Devices.css";

export default function Devices() {
  return (
    <Switch>
      <Route path="/app/devices/:device">{({ device }) => <DeviceList open={device} />}</Route>
      <Route>
        <DeviceList />
      </Route>
    </Switch>
  );
}

const everything = "every";

// Every tablet and browser: whose it is, how it stands, when it was last in contact, and what it still has to send. One of them
// opens beside the list.
function DeviceList({ open }: { open?: string }) {
  const { t } = useWords();
  const format = useFormat();
  const { may } = useMe();
  const [inviting, setInviting] = useState(false);
  const asked = useDevices();
  const tablets = asked.data?.filter((device) => !holdsNothing(device)) ?? [];
  const today = tablets.filter((device) => daysSince(device.last_seen) < 1).length;
  return (
    <Page
      title={t.sections.devices}
      line={asked.data && t.devices.count(format.number(tablets.length), format.number(today))}
      actions={
        may.administer && (
          <Button kind="primary" onPress={() => setInviting(true)}>
            <Plus size={18} strokeWidth={1.75} aria-hidden />
            {t.devices.invite}
          </Button>
        )
      }
    >
      <Answer of={asked} rows={10}>
        {(devices) => <Fleet devices={devices} open={open} />}
      </Answer>
      {inviting && <Invite onClose={() => setInviting(false)} />}
    </Page>
  );
}

type Look = "every" | "unsent" | "older" | "clock";
type Kind = "tablets" | "browsers" | "both";

function Fleet({ devices, open }: { devices: Device[]; open?: string }) {
  const { t } = useWords();
  const [words, setWords] = useAddress("q", "");
  const [state, setState] = useAddress("state", everything);
  const [days, setDays] = useAddress("silence", "0");
  const [look, setLook] = useAddress<Look>("look", "every");
  const [kind, setKind] = useAddress<Kind>("kind", "tablets");
  const people = new Map(usePeople().map((person) => [person.id, person]));
  const newest = newestOf(devices);
  // What every figure and chip counts.
  const all = devices.filter(
    (device) => kind === "both" || holdsNothing(device) === (kind === "browsers"),
  );
  const fits: Record<Look, (device: Device) => boolean> = {
    every: () => true,
    unsent: isBehind,
    older: (device) => isOlder(device, newest),
    clock: isAhead,
  };
  const found = all.filter(
    (device) =>
      isNamed(device, people.get(device.user), words) &&
      (days === "0" || isSilent(device, Number(days))) &&
      fits[look](device),
  );
  const shown = found.filter((device) => state === everything || standingOf(device) === state);
  const chosen = devices.find((device) => String(device.device) === open);
  return (
    <div className={`devices ${open ? "with-drawer" : ""}`}>
      <div className="devices-list">
        <Figures devices={all} kind={kind} />
        <div className="list-tools">
          <Search label={t.devices.search} value={words} onChange={setWords} />
          <Select
            label={t.devices.contact}
            value={days}
            onChange={setDays}
            options={[
              { value: "0", label: t.devices.anyContact },
              ...["1", "3", "7", "14", "30"].map((value) => ({
                value,
                label: t.devices.silentDays(value),
              })),
            ]}
          />
          <Select
            label={t.devices.look}
            value={look}
            onChange={(value) => setLook(value as Look)}
            options={(["every", "unsent", "older", "clock"] as const).map((value) => ({
              value,
              label: t.devices.looks[value],
            }))}
          />
          <Select
            label={t.devices.kind}
            value={kind}
            onChange={(value) => setKind(value as Kind)}
            options={(["tablets", "browsers", "both"] as const).map((value) => ({
              value,
              label: t.devices.kinds[value],
            }))}
          />
        </div>
        <div className="list-tools">
          <Choice
            label={t.devices.state}
            value={state}
            onChange={setState}
            options={[
              { value: everything, label: t.devices.everyState, count: found.length },
              ...standings
                .map((value) => ({
                  value: value as string,
                  label: t.devices.standings[value],
                  count: found.filter((device) => standingOf(device) === value).length,
                }))
                .filter(({ value, count }) => count > 0 || value === state),
            ]}
          />
        </div>
        {shown.length === 0 ? (
          <Card>
            <Empty line={all.length === 0 ? t.devices.none : t.devices.noneFound} />
          </Card>
        ) : (
          <DeviceTable devices={shown} people={people} newest={newest} open={open} />
        )}
      </div>
      {open && <DeviceDrawer key={open} device={chosen} people={people} newest={newest} />}
    </div>
  );
}

function isNamed(device: Device, user: Person | undefined, words: string): boolean {
  const text = [user?.name, device.code, device.name, device.platform, device.app_version]
    .join(" ")
    .toLowerCase();
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

function Figures({ devices, kind }: { devices: Device[]; kind: Kind }) {
  const { t } = useWords();
  const format = useFormat();
  const count = (fits: (device: Device) => boolean) => devices.filter(fits).length;
  const sum = (of: (device: Device) => number) =>
    devices.reduce((total, device) => total + of(device), 0);
  const rows = (more: Record<string, string>) =>
    rowsAt("devices", [], kind === "tablets" ? more : { kind, ...more });
  return (
    <div className="grid grid-4">
      <Figure
        label={t.devices.standings.well}
        value={format.number(count((device) => standingOf(device) === "well"))}
        note={t.devices.ofAll(format.number(devices.length))}
        rows={rows({ state: "well" })}
      />
      <Figure
        label={t.devices.toApprove}
        value={format.number(count(({ state }) => state === "pending"))}
        rows={rows({ state: "pending" })}
      />
      <Figure
        label={t.devices.unsent}
        value={format.number(count(isBehind))}
        note={[
          t.devices.changesOf(format.number(sum((device) => device.changes_waiting))),
          t.devices.filesOf(format.number(sum((device) => device.files_waiting))),
        ].join(t.devices.and)}
        rows={rows({ look: "unsent" })}
      />
      <Figure
        label={t.devices.silent}
        value={format.number(count((device) => isSilent(device, silentDays)))}
        rows={rows({ silence: String(silentDays) })}
      />
    </div>
  );
}
