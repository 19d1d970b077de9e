import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api, body, type Schemas } from "../../api/client";
import { usePeople, useTeams } from "../../api/records";
import { askAgain } from "../../app/askAgain";
import { useWords } from "../../i18n";
import { useFormat } from "../../i18n/format";
import { Badge, type Tone } from "../../ui/Badge";
import { Button } from "../../ui/Button";
import { Card } from "../../ui/Card";
import { Dialog, Words } from "../../ui/Dialog";
import { Ban, Check, Clock, CircleSlash, Plus, Stamp } from "../../ui/icons";
import { PlainTable } from "../../ui/PlainTable";
import { Select } from "../../ui/Select";
import { Answer, Empty } from "../../ui/States";

type Request = Schemas["AccountRequest"];
type Deed = "approve" | "refuse" | "execute" | "withdraw";

const looks: Record<Request["state"], { tone: Tone; icon: typeof Check }> = {
  requested: { tone: "waiting", icon: Clock },
  approved: { tone: "today", icon: Stamp },
  executed: { tone: "won", icon: Check },
  refused: { tone: "lost", icon: Ban },
  withdrawn: { tone: "neutral", icon: CircleSlash },
};

export function useRequests() {
  return useQuery({
    queryKey: ["account-requests"],
    queryFn: () => body(api.GET("/v1/account-requests")),
  });
}

// Requests about accounts: asked for with a reason, approved by somebody else, carried out.
export function Requests() {
  const { t } = useWords();
  const format = useFormat();
  const asked = useRequests();
  const [asking, setAsking] = useState(false);
  const [doing, setDoing] = useState<{ request: Request; deed: Deed } | null>(null);
  return (
    <>
      <div className="acts">
        <Button kind="primary" onPress={() => setAsking(true)}>
          <Plus size={18} strokeWidth={1.75} aria-hidden />
          {t.requests.ask}
        </Button>
      </div>
      <Answer of={asked} rows={8}>
        {({ requests }) => (
          <Card flush>
            {requests.length === 0 ? (
              <Empty line={t.requests.none} />
            ) : (
              <PlainTable
                label={t.people.requests}
                rows={requests}
                keyOf={({ id }) => id}
                columns={[
                  {
                    name: t.requests.what,
                    cell: (request) => `${kindName(t, request.kind)} · ${aboutWhom(request)}`,
                  },
                  {
                    name: t.requests.state,
                    cell: ({ state, overdue }) => (
                      <>
                        <Badge {...looks[state]}>{t.requests.states[state]}</Badge>
                        {overdue && <span className="short"> {t.requests.overdue}</span>}
                      </>
                    ),
                  },
                  { name: t.acts.reason, wide: true, cell: ({ reason }) => reason },
                  {
                    name: t.requests.by,
                    wide: true,
                    cell: ({ requested_by }) => requested_by?.name ?? "–",
                  },
                  {
                    name: t.requests.due,
                    figures: true,
                    cell: ({ due_at }) => format.moment(due_at),
                  },
                  {
                    name: t.table.actions,
                    cell: (request) => (
                      <Deeds request={request} choose={(deed) => setDoing({ request, deed })} />
                    ),
                  },
                ]}
              />
            )}
          </Card>
        )}
      </Answer>
      {asking && <Ask onClose={() => setAsking(false)} />}
      {doing && <Do {...doing} onClose={() => setDoing(null)} />}
    </>
  );
}

type T = ReturnType<typeof useWords>["t"];
const kindName = (t: T, kind: string) =>
  t.requests.kinds[kind as keyof T["requests"]["kinds"]] ?? kind;
const aboutWhom = ({ subject, wishes }: Request) => subject?.name ?? wishes.name ?? "–";

function Deeds({ request, choose }: { request: Request; choose: (deed: Deed) => void }) {
  const { t } = useWords();
  const { may } = request;
  return (
    <span className="acts-inline">
      {may.decide && (
        <>
          <Button kind="primary" onPress={() => choose("approve")}>
            {t.requests.approve}
          </Button>
          <Button onPress={() => choose("refuse")}>{t.requests.refuse}</Button>
        </>
      )}
      {may.execute && (
        <Button kind="primary" onPress={() => choose("execute")}>
          {t.requests.execute}
        </Button>
      )}
      {may.withdraw && (
        <Button kind="text" onPress={() => choose("withdraw")}>
          {t.requests.withdraw}
        </Button>
      )}
    </span>
  );
}

function Do({ request, deed, onClose }: { request: Request; deed: Deed; onClose: () => void }) {
  const { t } = useWords();
  const client = useQueryClient();
  const [handling, setHandling] = useState("");
  const params = { path: { id: request.id } };
  const submit = async () => {
    await body<unknown>(
      deed === "withdraw"
        ? api.DELETE("/v1/account-requests/{id}", { params })
        : deed === "execute"
          ? api.POST("/v1/account-requests/{id}/execution", { params, body: { handling } })
          : api.POST("/v1/account-requests/{id}/decision", {
              params,
              body: { approve: deed === "approve", handling },
            }),
    );
    await askAgain(client);
  };
  return (
    <Dialog
      title={`${t.requests[deed]} · ${aboutWhom(request)}`}
      action={t.requests[deed]}
      danger={deed === "refuse"}
      onSubmit={submit}
      onClose={onClose}
    >
      <p>
        {kindName(t, request.kind)} · {request.reason}
      </p>
      {deed !== "withdraw" && (
        <Words label={t.requests.handling} value={handling} onChange={setHandling} rows={2} />
      )}
    </Dialog>
  );
}

const kinds = ["freeze", "unfreeze", "close", "change_role", "open"] as const;

function Ask({ onClose }: { onClose: () => void }) {
  const { t } = useWords();
  const format = useFormat();
  const client = useQueryClient();
  const people = usePeople();
  const teams = useTeams();
  const [kind, setKind] = useState<(typeof kinds)[number]>("freeze");
  const [subject, setSubject] = useState("");
  const [wishes, setWishes] = useState<Record<string, string>>({ role: "salesperson" });
  const [reason, setReason] = useState("");
  const opens = kind === "open";
  const wish = (name: string) => (value: string) => setWishes({ ...wishes, [name]: value });
  const choose = { value: "", label: t.filter.choose };
  const submit = async () => {
    const wanted = opens
      ? { wishes }
      : { subject, ...(kind === "change_role" && { wishes: { role: wishes.role ?? "" } }) };
    await body(
      api.POST("/v1/account-requests", { body: { kind, reason: reason.trim(), ...wanted } }),
    );
    await askAgain(client);
  };
  return (
    <Dialog
      title={t.requests.ask}
      action={t.requests.send}
      ready={
        reason.trim() !== "" && (opens ? Boolean(wishes.name && wishes.login) : subject !== "")
      }
      onSubmit={submit}
      onClose={onClose}
    >
      <Select
        visible
        label={t.requests.what}
        value={kind}
        options={kinds.map((value) => ({ value, label: kindName(t, value) }))}
        onChange={(value) => setKind(value as typeof kind)}
      />
      {opens ? (
        <>
          <Words
            label={format.field("user", "name")}
            value={wishes.name ?? ""}
            onChange={wish("name")}
            required
          />
          <Words
            label={format.field("user", "login")}
            value={wishes.login ?? ""}
            onChange={wish("login")}
            required
          />
          <Select
            visible
            label={format.field("user", "team")}
            value={wishes.team ?? ""}
            options={[choose, ...teams.map(({ id, name }) => ({ value: id, label: name }))]}
            onChange={wish("team")}
          />
        </>
      ) : (
        <Select
          visible
          label={t.team.person}
          value={subject}
          options={[choose, ...people.map(({ id, name }) => ({ value: id, label: name }))]}
          onChange={setSubject}
        />
      )}
      {(opens || kind === "change_role") && (
        <Select
          visible
          label={format.field("user", "role")}
          value={wishes.role ?? ""}
          options={format
            .choices("user", "role")
            .map(({ code, label }) => ({ value: code, label }))}
          onChange={wish("role")}
        />
      )}
      <Words label={t.acts.reason} value={reason} onChange={setReason} rows={3} required />
    </Dialog>
  );
}
