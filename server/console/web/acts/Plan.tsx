import { useState } from "react";
import { create } from "../api/changes";
import { usePeople } from "../api/records";
import { useMe } from "../app/session";
import { useSend } from "../app/useSend";
import { useWords } from "../i18n";
import { useFormat } from "../i18n/format";
import { Choice } from "../ui/Choice";
import { Dialog, Words } from "../ui/Dialog";
import { Select } from "../ui/Select";

type Kind = "reminder" | "appointment";

const hourMillis = 60 * 60 * 1000;
// As <input type="datetime-local"> has it.
function localText(date: Date): string {
  const two = (value: number) => String(value).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}T${two(date.getHours())}:${two(date.getMinutes())}`;
}
function tomorrowMorning(): Date {
  const day = new Date();
  day.setDate(day.getDate() + 1);
  day.setHours(9, 0, 0, 0);
  return day;
}

// Asks somebody to do something: a reminder for a time, or an appointment. It comes to their tablet with the next sync.
export function Plan({
  about,
  owner: first,
  title: proposed = "",
  notes: told = "",
  onClose,
}: {
  // What it is about.
  about: { customer?: string; opportunity?: string };
  owner: string;
  title?: string;
  notes?: string;
  onClose: () => void;
}) {
  const { t } = useWords();
  const format = useFormat();
  const me = useMe();
  const send = useSend();
  const people = usePeople().filter(({ status }) => status === "active");
  const [kind, setKind] = useState<Kind>("reminder");
  const [owner, setOwner] = useState(first || me.user.id);
  const [title, setTitle] = useState(proposed);
  const [at, setAt] = useState(localText(tomorrowMorning()));
  const [until, setUntil] = useState(localText(new Date(tomorrowMorning().getTime() + hourMillis)));
  const [place, setPlace] = useState("");
  const [notes, setNotes] = useState(told);
  const time = (text: string) => new Date(text).toISOString();
  const submit = () => {
    const shared = { title: title.trim(), owner, notes: notes.trim(), ...about };
    return send(
      kind === "reminder"
        ? create("reminder", { ...shared, kind: "task", due_at: time(at) })
        : create("appointment", {
            ...shared,
            starts_at: time(at),
            ends_at: time(until),
            place: place.trim(),
          }),
    );
  };
  return (
    <Dialog
      title={t.acts.plan}
      action={t.acts.plan}
      ready={title.trim() !== "" && at !== "" && (kind === "reminder" || until > at)}
      onSubmit={submit}
      onClose={onClose}
    >
      <Choice
        label={t.acts.kind}
        value={kind}
        onChange={setKind}
        options={[
          { value: "reminder", label: format.label("reminder") },
          { value: "appointment", label: format.label("appointment") },
        ]}
      />
      <Words label={format.field("reminder", "title")} value={title} onChange={setTitle} required />
      <Select
        visible
        label={t.acts.forWhom}
        value={owner}
        options={people.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={setOwner}
      />
      <Words
        label={format.field(kind, kind === "reminder" ? "due_at" : "starts_at")}
        value={at}
        onChange={setAt}
        type="datetime-local"
        required
      />
      {kind === "appointment" && (
        <>
          <Words
            label={format.field("appointment", "ends_at")}
            value={until}
            onChange={setUntil}
            type="datetime-local"
            required
          />
          <Words label={format.field("appointment", "place")} value={place} onChange={setPlace} />
        </>
      )}
      <Words label={format.field("reminder", "notes")} value={notes} onChange={setNotes} rows={3} />
    </Dialog>
  );
}
