import { useState } from "react";
import { api, body, type Schemas } from "../../api/client";
import { usePeople } from "../../api/records";
import { useWords } from "../../i18n";
import { useFormat } from "../../i18n/format";
import { Dialog } from "../../ui/Dialog";
import { QrCode } from "../../ui/QrCode";
import { Select } from "../../ui/Select";

type Enrolment = Schemas["Enrolment"];

const lifetimes = ["4", "24", "72", "168", "720"];

// A one-time code with which somebody enrols a tablet. It is shown once: the server keeps only its digest.
export function Invite({ onClose }: { onClose: () => void }) {
  const [made, setMade] = useState<{ code: Enrolment; name: string } | null>(null);
  return made ? (
    <Made code={made.code} name={made.name} onClose={onClose} />
  ) : (
    <Ask onMade={(code, name) => setMade({ code, name })} onClose={onClose} />
  );
}

function Ask({
  onMade,
  onClose,
}: {
  onMade: (code: Enrolment, name: string) => void;
  onClose: () => void;
}) {
  const { t } = useWords();
  const format = useFormat();
  const people = usePeople().filter(({ status }) => status === "active");
  const [user, setUser] = useState("");
  const [hours, setHours] = useState("72");
  const submit = async () => {
    const person = people.find(({ id }) => id === user)!;
    const order = { login: person.login, hours: Number(hours) };
    const code = await body(api.POST("/v1/enrolments", { body: order }));
    onMade(code, person.name);
  };
  return (
    <Dialog
      title={t.devices.invite}
      action={t.devices.makeCode}
      ready={user !== ""}
      goesOn
      onSubmit={submit}
      onClose={onClose}
    >
      <Select
        visible
        label={t.devices.forWhom}
        value={user}
        options={[
          { value: "", label: t.filter.choose },
          ...people.map(({ id, name, login }) => ({ value: id, label: `${name} (${login})` })),
        ]}
        onChange={setUser}
      />
      <Select
        visible
        label={t.devices.validFor}
        value={hours}
        options={lifetimes.map((value) => ({
          value,
          label:
            Number(value) < 24
              ? t.devices.hours(value)
              : t.devices.days(format.number(Number(value) / 24)),
        }))}
        onChange={setHours}
      />
    </Dialog>
  );
}

function Made({ code, name, onClose }: { code: Enrolment; name: string; onClose: () => void }) {
  const { t } = useWords();
  const format = useFormat();
  return (
    <Dialog title={t.devices.codeFor(name)} onClose={onClose}>
      <div className="invitation">
        <QrCode text={code.link} label={t.devices.picture} />
        <div>
          <p className="figure-label">{t.devices.typed}</p>
          <p className="invitation-code">{code.text}</p>
          {!code.text.includes("@") && (
            <p className="notice notice-waiting">{t.devices.noAddress(location.origin)}</p>
          )}
        </div>
      </div>
      <ol className="consequences">
        {t.devices.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <p className="figure-note">{t.devices.until(format.moment(code.expires_at))}</p>
    </Dialog>
  );
}
