import { useLocation, useSearch } from "wouter";
import type { Person } from "../../api/records";
import { useAddress } from "../../app/address";
import { useWords } from "../../i18n";
import { useFormat } from "../../i18n/format";
import { Badge } from "../../ui/Badge";
import { LongTable, Twofold, type Column, type Order } from "../../ui/LongTable";
import { isBehind, lookOf, whyOf, type Device } from "./standing";

const usualOrder: Order = { by: "seen", descending: true };

// In which order they stand: by the name of the user, the version, the last contact or what waits.
function sorted(devices: Device[], order: Order, people: Map<string, Person>, locale: string) {
  const collator = new Intl.Collator(locale, { numeric: true });
  const user = (device: Device) => people.get(device.user)?.name ?? "";
  const waits = (device: Device) => device.changes_waiting + device.files_waiting;
  const compare: Record<string, (a: Device, b: Device) => number> = {
    user: (a, b) => collator.compare(user(a), user(b)),
    version: (a, b) => collator.compare(a.app_version, b.app_version),
    seen: (a, b) => a.last_seen.localeCompare(b.last_seen),
    waiting: (a, b) => waits(a) - waits(b),
  };
  const by = compare[order.by] ?? compare.seen!;
  const rows = devices.map((device) => ({ ...device, id: String(device.device) }));
  return rows.sort((a, b) => (order.descending ? by(b, a) : by(a, b)) || a.device - b.device);
}

export function DeviceTable({
  devices,
  people,
  newest,
  open,
}: {
  devices: Device[];
  people: Map<string, Person>;
  newest: string;
  open?: string;
}) {
  const { t, language } = useWords();
  const format = useFormat();
  const [, go] = useLocation();
  const search = useSearch();
  const [order, setOrder] = useAddress("order", usualOrder);
  const rows = sorted(devices, order, people, language);
  const columns: Column<(typeof rows)[number]>[] = [
    {
      id: "user",
      name: t.devices.userAndDevice,
      width: "minmax(0, 1.6fr)",
      order: "user",
      cell: ({ user, code, name, platform }) => (
        <Twofold first={people.get(user)?.name ?? "–"} second={`${code} · ${name || platform}`} />
      ),
    },
    {
      id: "state",
      name: t.devices.state,
      width: "136px",
      cell: (device) => <Badge {...lookOf(t, format, device)} />,
    },
    {
      id: "why",
      name: t.devices.whyName,
      width: "minmax(0, 2.4fr)",
      from: "wide",
      cell: (device) => {
        const told = whyOf(t, format, device, people.get(device.user), newest).join(t.devices.next);
        return (
          <span className="device-why" title={told}>
            {told}
          </span>
        );
      },
    },
    {
      id: "version",
      name: t.devices.version,
      width: "80px",
      from: "wide",
      order: "version",
      cell: ({ app_version }) => app_version || "–",
    },
    {
      id: "seen",
      name: t.devices.lastSeen,
      width: "124px",
      from: "tablet",
      order: "seen",
      figures: true,
      cell: ({ last_seen }) => format.moment(last_seen),
    },
    {
      id: "waiting",
      name: t.devices.waiting,
      width: "72px",
      from: "tablet",
      order: "waiting",
      figures: true,
      cell: (device) =>
        isBehind(device) ? (
          <strong>{format.number(device.changes_waiting + device.files_waiting)}</strong>
        ) : (
          "0"
        ),
    },
  ];
  return (
    <div className="card card-flush table-card" style={{ "--rows": rows.length } as object}>
      <LongTable
        label={t.sections.devices}
        rows={rows}
        count={rows.length}
        // Beside an open one there is room for the most important.
        columns={open ? columns.filter(({ id }) => id !== "why" && id !== "version") : columns}
        order={order}
        onOrder={setOrder}
        onOpen={({ id }) => go(`/app/devices/${id}${search && `?${search}`}`)}
        selected={open}
      />
    </div>
  );
}
