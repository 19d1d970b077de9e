import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { Plan } from "../../acts/Plan";
import { api, body, type Schemas } from "../../api/client";
import { usePeople, type RecordType } from "../../api/records";
import { useAddress } from "../../app/address";
import { Page } from "../../app/Page";
import { labels } from "../../generated/labels";
import { useWords } from "../../i18n";
import { useFormat, type Format } from "../../i18n/format";
import { Button } from "../../ui/Button";
import { Card } from "../../ui/Card";
import { Choice } from "../../ui/Choice";
import { Dialog } from "../../ui/Dialog";
import { fieldText } from "../../ui/FieldValue";
import { PlainTable } from "../../ui/PlainTable";
import { Answer, Empty } from "../../ui/States";

type Change = Schemas["Refusals"]["changes"][number];
type State = "held" | "refused";

// What tablets recorded and did not take effect: held because an account was frozen, until somebody decides; or refused, with the
// reason and the whole content.
export default function Quarantine() {
  const { t } = useWords();
  const [state, setState] = useAddress<State>("state", "held");
  const asked = useQuery({
    queryKey: ["refusals", state],
    queryFn: () => body(api.GET("/v1/refusals", { params: { query: { state } } })),
  });
  return (
    <Page title={t.sections.quarantine} line={t.quarantine.purpose}>
      <div className="list-tools">
        <Choice
          label={t.quarantine.what}
          value={state}
          onChange={setState}
          options={[
            { value: "held", label: t.quarantine.held },
            { value: "refused", label: t.quarantine.refused },
          ]}
        />
      </div>
      <Answer of={asked}>
        {({ changes }) =>
          changes.length === 0 ? (
            <Card>
              <Empty line={state === "held" ? t.quarantine.noneHeld : t.quarantine.noneRefused} />
            </Card>
          ) : state === "held" ? (
            <Held changes={changes} />
          ) : (
            <Changes title={t.quarantine.refused} changes={changes} />
          )
        }
      </Answer>
    </Page>
  );
}

// By the person whose tablet delivered it, since it is decided about as a whole.
function Held({ changes }: { changes: Change[] }) {
  const { t } = useWords();
  const names = Object.fromEntries(usePeople().map(({ id, name }) => [id, name]));
  const [deciding, setDeciding] = useState<{ user: string; release: boolean } | null>(null);
  const client = useQueryClient();
  const users = [...new Set(changes.map(({ user }) => user))];
  return (
    <>
      {users.map((user) => {
        const own = changes.filter((change) => change.user === user);
        return (
          <Changes
            key={user}
            title={t.quarantine.of(names[user] ?? "–", String(own.length))}
            changes={own}
            aside={
              <span className="acts-inline">
                <Button kind="primary" onPress={() => setDeciding({ user, release: true })}>
                  {t.quarantine.release}
                </Button>
                <Button kind="danger" onPress={() => setDeciding({ user, release: false })}>
                  {t.quarantine.discard}
                </Button>
              </span>
            }
          />
        );
      })}
      {deciding && (
        <Dialog
          title={deciding.release ? t.quarantine.release : t.quarantine.discard}
          action={deciding.release ? t.quarantine.release : t.quarantine.discard}
          danger={!deciding.release}
          onClose={() => setDeciding(null)}
          onSubmit={async () => {
            await body(
              api.POST("/v1/users/{id}/quarantine", {
                params: { path: { id: deciding.user } },
                body: { release: deciding.release },
              }),
            );
            await client.invalidateQueries({ queryKey: ["refusals"] });
          }}
        >
          <p>
            {deciding.release
              ? t.quarantine.releaseMeans(names[deciding.user] ?? "")
              : t.quarantine.discardMeans(names[deciding.user] ?? "")}
          </p>
        </Dialog>
      )}
    </>
  );
}

function Changes({
  title,
  changes,
  aside,
}: {
  title: string;
  changes: Change[];
  aside?: ReactNode;
}) {
  const { t } = useWords();
  const format = useFormat();
  const people = usePeople();
  const names = Object.fromEntries(people.map(({ id, name }) => [id, name]));
  const [handing, setHanding] = useState<Change | null>(null);
  return (
    <div className="grid">
      <Card title={title} aside={aside} flush>
        <PlainTable
          label={title}
          rows={changes}
          keyOf={({ device, number }) => `${device}.${number}`}
          columns={[
            { name: t.history.when, figures: true, cell: ({ at }) => format.moment(at) },
            { name: t.audit.by, cell: ({ user }) => names[user] ?? "–" },
            { name: t.audit.what, cell: (change) => whatOf(format, t, change) },
            {
              name: t.quarantine.content,
              cell: (change) => contentOf(format, change, names) || t.quarantine.hidden,
            },
            { name: t.quarantine.why, wide: true, cell: ({ reason }) => reason },
            {
              name: t.table.actions,
              cell: (change) =>
                aside ? null : (
                  <Button kind="text" onPress={() => setHanding(change)}>
                    {t.quarantine.handOn}
                  </Button>
                ),
            },
          ]}
        />
      </Card>
      {handing && (
        <Plan
          about={customerOf(handing)}
          owner={handing.user}
          title={t.quarantine.lookAt(whatOf(format, t, handing))}
          notes={`${handing.reason}\n${contentOf(format, handing, names)}`}
          onClose={() => setHanding(null)}
        />
      )}
    </div>
  );
}

const isType = (type: string): type is RecordType => type in labels;

function whatOf(format: Format, t: ReturnType<typeof useWords>["t"], change: Change): string {
  const of = isType(change.type) ? format.label(change.type) : change.type;
  if (change.kind === "act") return `${of} · ${change.act}`;
  if (change.kind === "") return t.quarantine.unreadable;
  return `${of} · ${change.kind === "create" ? t.quarantine.made : t.quarantine.changed}`;
}

// The fields and values as a person reads them.
function contentOf(format: Format, change: Change, names: Record<string, string>): string {
  const content = change.content as { f?: object; args?: object } | null;
  const type = change.type;
  if (!content || !isType(type)) return "";
  return Object.entries(content.f ?? content.args ?? {})
    .map(([field, told]) => {
      const value = change.kind === "edit" ? ((told as { to?: unknown }).to ?? told) : told;
      const text = format.specOf(type, field)
        ? fieldText(format, type, field, value, names)
        : JSON.stringify(value);
      return `${format.field(type, field)}: ${text}`;
    })
    .join(format.language === "zh" ? "；" : "; ");
}

function customerOf(change: Change): { customer?: string } {
  const content = change.content as { f?: { customer?: string } } | null;
  if (content?.f?.customer) return { customer: content.f.customer };
  return change.type === "customer" && change.id && change.kind !== "create"
    ? { customer: change.id }
    : {};
}
