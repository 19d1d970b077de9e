import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link } from "wouter";
import { api, body } from "../../api/client";
import type { Person } from "../../api/records";
import { useMe } from "../../app/session";
import { useWords } from "../../i18n";
import { useFormat } from "../../i18n/format";
import { Answer } from "../../ui/States";
import { happeningsOf, orderKinds, type Entry, type Happening } from "./happenings";
import type { Device } from "./standing";

const entriesMax = 500;

// What happened on and to a device, the latest first, in plain sentences: out of the trail, for who may read it.
export function DeviceHistory({ device, people }: { device: Device; people: Map<string, Person> }) {
  const { t } = useWords();
  const { may } = useMe();
  const asked = useEntries(device);
  if (!may.audit) return null;
  return (
    <section aria-label={t.devices.history}>
      <h3>{t.devices.history}</h3>
      <Answer of={asked}>
        {({ entries, more }) => (
          <>
            <Days device={device} people={people} entries={entries} />
            {more && (
              <p className="figure-note">
                <Link href={`/app/audit?user=${device.user}`}>{t.devices.olderInAudit}</Link>
              </p>
            )}
          </>
        )}
      </Answer>
    </section>
  );
}

// Asked again only when the device was in contact, not at every poke: the trail is long.
function useEntries(device: Device) {
  const { may } = useMe();
  const { last_seen, state, signed_in, changes, state_since, resync } = device;
  const of = ["trail-of", device.device] as const;
  const search = async (query: { user?: string; kind?: string }) => {
    const whole = { ...query, from: device.enrolled_at, limit: entriesMax };
    const answer = await body(api.GET("/v1/trail", { params: { query: whole } }));
    return {
      entries: answer.entries.filter((entry) => entry.device === device.device),
      more: answer.more,
    };
  };
  const done = useQuery({
    queryKey: [...of, "done", last_seen, state, signed_in, changes],
    queryFn: () => search({ user: device.user }),
    enabled: (query) => may.audit && query.state.data === undefined,
    placeholderData: keepPreviousData,
  });
  // Those who order something of a tablet are mostly others than its user.
  const ordered = useQuery({
    queryKey: [...of, "ordered", state_since, resync, last_seen],
    queryFn: async () => {
      const answers = await Promise.all(orderKinds.map((kind) => search({ kind })));
      return answers.flatMap(({ entries }) => entries);
    },
    enabled: (query) => may.audit && query.state.data === undefined,
    placeholderData: keepPreviousData,
  });
  const data =
    done.data && ordered.data
      ? { entries: once([...done.data.entries, ...ordered.data]), more: done.data.more }
      : undefined;
  const failed = done.error ? done : ordered;
  return { data, error: failed.error, refetch: failed.refetch };
}

// What somebody ordered of the own tablet is in both answers.
const once = (entries: Entry[]) => [
  ...new Map(entries.map((entry) => [entry.number, entry])).values(),
];

function Days({
  device,
  people,
  entries,
}: {
  device: Device;
  people: Map<string, Person>;
  entries: Entry[];
}) {
  const { t } = useWords();
  const format = useFormat();
  const happenings = happeningsOf(t, format, device, people, entries);
  const days = new Map<string, Happening[]>();
  for (const each of happenings) {
    const day = new Date(each.at).toDateString();
    days.set(day, [...(days.get(day) ?? []), each]);
  }
  const today = new Date().toDateString();
  return [...days].map(([day, list]) => (
    <div key={day} className="device-day">
      <h4>{day === today ? t.devices.today : format.day(list[0]!.at)}</h4>
      <ol>
        {list.map(({ id, at, icon: Icon, tone, text, note }) => (
          <li key={id}>
            <time dateTime={at} className="figures">
              {format.clock(at)}
            </time>
            <Icon
              size={16}
              strokeWidth={1.75}
              className={tone ? `device-icon-${tone}` : ""}
              aria-hidden
            />
            <span>
              {text}
              {note && <small>{note}</small>}
            </span>
          </li>
        ))}
      </ol>
    </div>
  ));
}
