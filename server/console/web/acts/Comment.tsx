import { useState } from "react";
import { create } from "../api/changes";
import { usePeople } from "../api/records";
import { useMe } from "../app/session";
import { useSend } from "../app/useSend";
import { useWords } from "../i18n";
import { Dialog, Words } from "../ui/Dialog";
import { Select } from "../ui/Select";
import { Button } from "../ui/Button";
import { X } from "../ui/icons";

const titleMax = 60;

// Writes a note into the timeline of a customer, where all see it who see the customer. Whoever is mentioned also gets a
// reminder of it, which comes to their tablet; all of it or nothing.
export function Comment({
  customer,
  opportunity,
  owner,
  onClose,
}: {
  customer: string;
  opportunity?: string;
  owner: string;
  onClose: () => void;
}) {
  const { t } = useWords();
  const me = useMe();
  const send = useSend();
  const people = usePeople();
  const [text, setText] = useState("");
  const [mentioned, setMentioned] = useState<string[]>(
    owner && owner !== me.user.id ? [owner] : [],
  );
  const nameOf = (id: string) => people.find((person) => person.id === id)?.name ?? "";
  const others = people.filter(
    ({ id, status }) => status === "active" && id !== me.user.id && !mentioned.includes(id),
  );
  const submit = () => {
    const now = new Date().toISOString();
    const marks = mentioned.map((id) => `@${nameOf(id)}`).join(" ");
    const content = marks ? `${marks} ${text.trim()}` : text.trim();
    const title = [...`${me.user.name}: ${text.trim()}`];
    const about = { customer, opportunity };
    return send(
      create("activity", { ...about, kind: "note", happened_at: now, content }),
      ...mentioned.map((id) =>
        create("reminder", {
          ...about,
          title: title.slice(0, titleMax).join(""),
          owner: id,
          kind: "task",
          due_at: now,
          notes: content,
        }),
      ),
    );
  };
  return (
    <Dialog
      title={t.acts.comment}
      action={t.acts.write}
      ready={text.trim() !== ""}
      onSubmit={submit}
      onClose={onClose}
    >
      <Words label={t.acts.text} value={text} onChange={setText} rows={4} required />
      <div className="dialog-people">
        {mentioned.map((id) => (
          <Button
            key={id}
            kind="tint"
            aria-label={t.acts.unmention(nameOf(id))}
            onPress={() => setMentioned(mentioned.filter((one) => one !== id))}
          >
            @{nameOf(id)}
            <X size={14} strokeWidth={1.75} aria-hidden />
          </Button>
        ))}
      </div>
      <Select
        visible
        label={t.acts.mention}
        value=""
        options={[
          { value: "", label: t.filter.choose },
          ...others.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={(id) => id && setMentioned([...mentioned, id])}
      />
    </Dialog>
  );
}
