import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api, body, Problem, type Schemas } from "../api/client";
import { askAgain } from "../app/askAgain";
import { useWords } from "../i18n";
import { useFormat } from "../i18n/format";
import { Badge } from "../ui/Badge";
import { Button } from "../ui/Button";
import { Card } from "../ui/Card";
import { Dialog } from "../ui/Dialog";
import { Check } from "../ui/icons";
import { Twofold } from "../ui/LongTable";
import { PlainTable } from "../ui/PlainTable";
import { Answer, Empty } from "../ui/States";

type Session = Schemas["SessionList"]["sessions"][number];

// Where somebody is signed in, and the way to end it there: one's own, or anybody's for administrators.
export function Sessions({ user }: { user?: string }) {
  const { t } = useWords();
  const format = useFormat();
  const [ending, setEnding] = useState<Session[]>([]);
  const asked = useQuery({
    queryKey: ["sessions", user],
    queryFn: async () => {
      const query = user === undefined ? {} : { user };
      return (await body(api.GET("/v1/sessions", { params: { query } }))).sessions;
    },
  });
  const others = asked.data?.filter(({ current }) => !current) ?? [];
  const endSeveral = (count: number) =>
    (count < (asked.data?.length ?? 0) ? t.sessions.endOthers : t.sessions.endAll)(
      format.number(count),
    );
  return (
    <Card
      title={user === undefined ? t.sessions.mine : t.sessions.title}
      aside={
        others.length > 1 && (
          <Button kind="text" onPress={() => setEnding(others)}>
            {endSeveral(others.length)}
          </Button>
        )
      }
      flush
    >
      <Answer of={asked} rows={3}>
        {(sessions) =>
          sessions.length === 0 ? (
            <Empty line={t.sessions.none} />
          ) : (
            <PlainTable
              label={t.sessions.title}
              rows={[...sessions].sort((a, b) => b.last_seen.localeCompare(a.last_seen))}
              keyOf={({ session }) => session}
              columns={[
                {
                  name: t.sessions.where,
                  cell: (session) => (
                    <Twofold first={whereOf(t, session)} second={aboutDevice(session)} />
                  ),
                },
                {
                  name: t.sessions.since,
                  figures: true,
                  wide: true,
                  cell: ({ created_at }) => format.moment(created_at),
                },
                {
                  name: t.sessions.lastSeen,
                  figures: true,
                  wide: true,
                  cell: ({ last_seen }) => format.moment(last_seen),
                },
                {
                  name: t.table.actions,
                  figures: true,
                  cell: (session) =>
                    session.current ? (
                      <Badge tone="today" icon={Check}>
                        {t.sessions.here}
                      </Badge>
                    ) : (
                      <Button
                        kind="text"
                        aria-label={`${t.sessions.end}: ${whereOf(t, session)} ${session.device_code}`}
                        onPress={() => setEnding([session])}
                      >
                        {t.sessions.end}
                      </Button>
                    ),
                },
              ]}
            />
          )
        }
      </Answer>
      {ending.length > 0 && (
        <End
          sessions={ending}
          title={ending.length === 1 ? t.sessions.endTitle : endSeveral(ending.length)}
          onClose={() => setEnding([])}
        />
      )}
    </Card>
  );
}

type T = ReturnType<typeof useWords>["t"];
const holdsNothing = ({ platform }: Session) => platform === "browser";
const whereOf = (t: T, session: Session) =>
  session.device_name || (holdsNothing(session) ? t.sessions.browser : session.platform);
const aboutDevice = (session: Session) =>
  [session.device_code, !holdsNothing(session) && session.platform, session.app_version]
    .filter(Boolean)
    .join(" · ");

// One that is over already is as it should be.
async function end(session: string) {
  try {
    await body(api.DELETE("/v1/sessions/{session}", { params: { path: { session } } }));
  } catch (error) {
    if (!(error instanceof Problem && error.code === "session.missing")) throw error;
  }
}

function End({
  sessions,
  title,
  onClose,
}: {
  sessions: Session[];
  title: string;
  onClose: () => void;
}) {
  const { t } = useWords();
  const client = useQueryClient();
  const one = sessions.length === 1 ? sessions[0] : undefined;
  const submit = async () => {
    try {
      for (const { session } of sessions) {
        await end(session);
      }
    } finally {
      await askAgain(client);
    }
  };
  return (
    <Dialog title={title} action={title} danger onSubmit={submit} onClose={onClose}>
      {one && (
        <p>
          <strong>{whereOf(t, one)}</strong> · {aboutDevice(one)}
        </p>
      )}
      <p>{sessions.every(holdsNothing) ? t.sessions.endsBrowser : t.sessions.endsTablet}</p>
    </Dialog>
  );
}
