import { Link } from "wouter";
import { all, is, textOf, useList, usePeople, type Names, type Row } from "../../api/records";
import { useAddress } from "../../app/address";
import { useWords } from "../../i18n";
import { useFormat } from "../../i18n/format";
import { CalendarDays, Check, CircleSlash, MapPin, type LucideIcon } from "../../ui/icons";
import { Select } from "../../ui/Select";
import { Answer } from "../../ui/States";
import { within } from "./Team";
import { daysFrom, isoDay } from "./weeks";
import "./Calendar.css";

interface Entry {
  id: string;
  at: string;
  icon: LucideIcon;
  look: string;
  title: string;
  customer: string;
  who: string;
}

const stateIcons: Record<string, LucideIcon> = {
  done: Check,
  missed: CircleSlash,
  cancelled: CircleSlash,
};

// The week as a calendar: visits and appointments of one person, or of all.
export function Calendar({ monday }: { monday: string }) {
  const { t } = useWords();
  const format = useFormat();
  const [person, setPerson] = useAddress("person", "");
  const people = usePeople();
  const whose = person !== "" && is("owner", person);
  const visits = useList("visit", {
    fields: ["planned_at", "state", "customer", "owner", "purpose"],
    where: all(within("planned_at", monday), whose),
    order: "planned_at",
    limit: 500,
  });
  const appointments = useList("appointment", {
    fields: ["starts_at", "title", "customer", "owner"],
    where: all(within("starts_at", monday), whose),
    order: "starts_at",
    limit: 500,
  });
  const asked = visits.data === undefined ? visits : appointments;
  const today = isoDay(new Date());
  return (
    <>
      <div className="list-tools">
        <Select
          label={t.team.person}
          value={person}
          options={[
            { value: "", label: t.team.everybody },
            ...people.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={setPerson}
        />
      </div>
      <Answer of={asked} rows={8}>
        {() => {
          const names = { ...visits.data?.names, ...appointments.data?.names };
          const entries = [
            ...(visits.data?.rows ?? []).map((row) => fromVisit(row, names)),
            ...(appointments.data?.rows ?? []).map((row) => fromAppointment(row, names)),
          ].sort((a, b) => a.at.localeCompare(b.at));
          return (
            <div className="calendar">
              {daysFrom(monday).map((day) => (
                <section
                  key={day}
                  className={`calendar-day ${day === today ? "calendar-today" : ""}`}
                  aria-label={format.day(day)}
                >
                  <h2>{format.weekday(day)}</h2>
                  <ul>
                    {entries
                      .filter(({ at }) => isoDay(new Date(at)) === day)
                      .map((entry) => (
                        <Item key={entry.id} entry={entry} withName={person === ""} />
                      ))}
                  </ul>
                </section>
              ))}
            </div>
          );
        }}
      </Answer>
    </>
  );
}

function Item({ entry, withName }: { entry: Entry; withName: boolean }) {
  const format = useFormat();
  const { icon: Icon } = entry;
  return (
    <li className={`calendar-entry calendar-${entry.look}`}>
      <span className="figures">
        <Icon size={14} strokeWidth={1.75} aria-hidden /> {format.clock(entry.at)}
      </span>
      {entry.customer ? (
        <Link href={`/app/customers/${entry.customer}`}>{entry.title}</Link>
      ) : (
        <span>{entry.title}</span>
      )}
      {withName && <small>{entry.who}</small>}
    </li>
  );
}

function fromVisit(row: Row, names: Names): Entry {
  const state = textOf(row, "state");
  const customer = textOf(row, "customer");
  return {
    id: row.id,
    at: textOf(row, "planned_at"),
    icon: stateIcons[state] ?? MapPin,
    look: state,
    title: names[customer] ?? textOf(row, "purpose"),
    customer: names[customer] ? customer : "",
    who: names[textOf(row, "owner")] ?? "",
  };
}

function fromAppointment(row: Row, names: Names): Entry {
  const customer = textOf(row, "customer");
  return {
    id: row.id,
    at: textOf(row, "starts_at"),
    icon: CalendarDays,
    look: "appointment",
    title: textOf(row, "title"),
    customer: names[customer] ? customer : "",
    who: names[textOf(row, "owner")] ?? "",
  };
}
