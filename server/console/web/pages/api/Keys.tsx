import { useQuery } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { api, body, type Problem, type Schemas } from "../../api/client";
import { usePeople } from "../../api/records";
import { useMe } from "../../app/session";
import { useWords } from "../../i18n";
import { useFormat } from "../../i18n/format";
import { Badge } from "../../ui/Badge";
import { Button } from "../../ui/Button";
import { Card } from "../../ui/Card";
import { Dialog } from "../../ui/Dialog";
import { Field } from "../../ui/Field";
import { Ban, Check, Clock } from "../../ui/icons";
import { PlainTable } from "../../ui/PlainTable";
import { Select } from "../../ui/Select";
import { Answer, Empty } from "../../ui/States";
import { Secret } from "./Secret";

type Key = Schemas["ApiKey"];

const scopes = [
  "records.read",
  "records.write",
  "files.read",
  "files.write",
  "reports.read",
  "metrics.read",
] as const;

// The keys by which other programs ask in one's name; administrators see all, give them out and take them back.
export function Keys() {
  const { t } = useWords();
  const me = useMe();
  const people = Object.fromEntries(usePeople().map((person) => [person.id, person.name]));
  const [revoking, setRevoking] = useState<Key | null>(null);
  const keys = useQuery({ queryKey: ["keys"], queryFn: () => body(api.GET("/v1/keys")) });
  const revoke = async ({ id = "" }: Key) => {
    try {
      await body(api.DELETE("/v1/keys/{id}", { params: { path: { id } } }));
    } finally {
      await keys.refetch();
    }
  };
  return (
    <div className="api-main">
      {me.may.administer && <Give done={() => void keys.refetch()} />}
      <Answer of={keys}>
        {({ keys: all = [] }) => (
          <Card title={t.api.keys} flush>
            {all.length === 0 ? (
              <Empty line={t.api.noKeys} />
            ) : (
              <List keys={all} people={people} revoke={setRevoking} />
            )}
          </Card>
        )}
      </Answer>
      {revoking && (
        <Dialog
          title={`${t.api.revoke} ${revoking.name}`}
          action={t.api.revoke}
          danger
          onSubmit={() => revoke(revoking)}
          onClose={() => setRevoking(null)}
        >
          <p>{t.api.revokeMeans}</p>
        </Dialog>
      )}
    </div>
  );
}

function List({
  keys,
  people,
  revoke,
}: {
  keys: Key[];
  people: { [id: string]: string };
  revoke: (key: Key) => void;
}) {
  const { t } = useWords();
  const format = useFormat();
  return (
    <PlainTable
      label={t.api.keys}
      rows={keys}
      keyOf={(key) => key.id ?? ""}
      columns={[
        {
          name: t.api.keyName,
          cell: (key) => (
            <>
              {key.name} <code className="api-kind">{key.hint}…</code>
            </>
          ),
        },
        { name: t.api.owner, cell: (key) => people[key.owner ?? ""] ?? "–" },
        { name: t.api.scopes, wide: true, cell: (key) => key.scopes },
        {
          name: t.api.lastUsed,
          wide: true,
          cell: (key) => (key.last_used_at ? format.moment(key.last_used_at) : t.api.never),
        },
        { name: t.api.state, cell: (key) => <State of={key} /> },
        {
          name: t.table.actions,
          cell: (key) =>
            !key.ended_at && (
              <Button
                kind="danger"
                aria-label={`${t.api.revoke} ${key.name}`}
                onPress={() => revoke(key)}
              >
                {t.api.revoke}
              </Button>
            ),
        },
      ]}
    />
  );
}

function State({ of }: { of: Key }) {
  const { t } = useWords();
  const format = useFormat();
  if (of.ended_at)
    return (
      <Badge tone="lost" icon={Ban}>
        {t.api.revoked}
      </Badge>
    );
  if (of.expires_at && new Date(of.expires_at) <= new Date())
    return (
      <Badge tone="lost" icon={Clock}>
        {t.api.expired}
      </Badge>
    );
  return (
    <Badge tone="won" icon={Check}>
      {of.expires_at ? t.api.until(format.day(of.expires_at)) : t.api.valid}
    </Badge>
  );
}

function Give({ done }: { done: () => void }) {
  const { t } = useWords();
  const me = useMe();
  const people = usePeople().filter(({ status }) => status === "active");
  const [name, setName] = useState("");
  const [owner, setOwner] = useState(me.user.id);
  const [days, setDays] = useState("365");
  const [opens, setOpens] = useState<string[]>([]);
  const [given, setGiven] = useState("");
  const [failed, setFailed] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const give = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    setFailed(null);
    try {
      const wanted = {
        name,
        owner,
        scopes: opens.join(" "),
        ...(days !== "" && { days: Number(days) }),
      };
      const issued = await body(api.POST("/v1/keys", { body: wanted }));
      setGiven(issued.key);
      setName("");
      done();
    } catch (error) {
      setFailed(error as Problem);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Card title={t.api.give}>
      <form className="api-attempt" onSubmit={(event) => void give(event)}>
        <Field label={t.api.keyName} value={name} onChange={setName} isRequired />
        <Select
          visible
          label={t.api.owner}
          value={owner}
          onChange={setOwner}
          options={people.map((person) => ({ value: person.id, label: person.name }))}
        />
        <fieldset className="api-scopes">
          <legend>{t.api.scopes}</legend>
          {scopes.map((scope) => (
            <label key={scope}>
              <input
                type="checkbox"
                checked={opens.includes(scope)}
                onChange={({ target }) =>
                  setOpens(
                    target.checked ? [...opens, scope] : opens.filter((each) => each !== scope),
                  )
                }
              />
              {t.api.scopeWords[scope]}
            </label>
          ))}
        </fieldset>
        <Field label={t.api.days} value={days} onChange={setDays} inputMode="numeric" />
        {failed && (
          <p className="notice notice-refused" role="alert">
            {failed.sentence || t.states.unreachable}
          </p>
        )}
        <Button kind="primary" type="submit" busy={busy}>
          {t.api.give}
        </Button>
      </form>
      {given !== "" && <Secret line={t.api.once} text={given} />}
    </Card>
  );
}
