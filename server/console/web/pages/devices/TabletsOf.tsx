import { Link } from "wouter";
import { usePeople } from "../../api/records";
import { sectionsFor } from "../../app/sections";
import { useMe } from "../../app/session";
import { useWords } from "../../i18n";
import { useFormat } from "../../i18n/format";
import { Badge } from "../../ui/Badge";
import { Card } from "../../ui/Card";
import { Twofold } from "../../ui/LongTable";
import { PlainTable } from "../../ui/PlainTable";
import { Answer, Empty } from "../../ui/States";
import { holdsNothing, lookOf, whatWaits } from "./standing";
import { useDevices } from "./useDevices";

// The tablets of one person, and what waits on them; for who may see all of them, each opens on its page.
export function TabletsOf({ user }: { user: string }) {
  const { t } = useWords();
  const format = useFormat();
  const me = useMe();
  const asked = useDevices();
  const person = usePeople().find(({ id }) => id === user);
  const opens = sectionsFor(me).some(({ path }) => path === "devices");
  return (
    <Card title={user === me.user.id ? t.devices.mine : t.sections.devices} flush>
      <Answer of={asked} rows={2}>
        {(all) => {
          const devices = all.filter((device) => device.user === user && !holdsNothing(device));
          if (devices.length === 0) {
            return <Empty line={t.devices.noneOf(person?.name ?? "")} />;
          }
          return (
            <PlainTable
              label={t.sections.devices}
              rows={devices}
              keyOf={({ device }) => String(device)}
              columns={[
                {
                  name: t.devices.device,
                  cell: ({ device, name, platform, code, app_version }) => (
                    <Twofold
                      first={
                        opens ? (
                          <Link
                            href={`/app/devices/${device}`}
                          >{`${code} · ${name || platform}`}</Link>
                        ) : (
                          `${code} · ${name || platform}`
                        )
                      }
                      second={[platform, app_version].filter(Boolean).join(" · ")}
                    />
                  ),
                },
                {
                  name: t.devices.state,
                  cell: (device) => <Badge {...lookOf(t, format, device)} />,
                },
                {
                  name: t.devices.waiting,
                  wide: true,
                  cell: (device) => whatWaits(t, format, device) || "–",
                },
                {
                  name: t.devices.lastSeen,
                  figures: true,
                  wide: true,
                  cell: ({ last_seen }) => format.moment(last_seen),
                },
              ]}
            />
          );
        }}
      </Answer>
    </Card>
  );
}
