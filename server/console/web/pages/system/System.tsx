import { useQuery, type UseQueryResult } from "@tanstack/react-query";
import { api, body } from "../../api/client";
import { Page } from "../../app/Page";
import { useWords } from "../../i18n";
import { useFormat } from "../../i18n/format";
import { Badge } from "../../ui/Badge";
import { Card, Figure } from "../../ui/Card";
import { Check, TriangleAlert } from "../../ui/icons";
import { PlainTable } from "../../ui/PlainTable";
import { Answer, Empty } from "../../ui/States";
import { parseMetrics, routesOf, type Sample } from "./metrics";
import { Settings } from "./Settings";

const everyMillis = 5_000;
const backupHours = 48;

// Whether the server is well: what it runs, what it keeps, what it is asked and how long that takes, and what waits.
export default function System() {
  const { t } = useWords();
  const version = useQuery({
    queryKey: ["version"],
    queryFn: () => body(api.GET("/version")),
    refetchInterval: everyMillis,
  });
  const health = useQuery({
    queryKey: ["health"],
    queryFn: () => body(api.GET("/healthz")),
    refetchInterval: everyMillis,
  });
  const metrics = useQuery({
    queryKey: ["metrics"],
    queryFn: async () => parseMetrics(String(await body(api.GET("/metrics", { parseAs: "text" })))),
    refetchInterval: everyMillis,
  });
  return (
    <Page title={t.sections.system} line={version.data && `fieldbookd ${version.data.version}`}>
      <Answer of={now(health)}>
        {() => (
          <Answer of={now(metrics)}>
            {(samples) => (
              <>
                <Figures samples={samples} />
                <Kept samples={samples} />
                <Routes samples={samples} />
              </>
            )}
          </Answer>
        )}
      </Answer>
      <Settings />
    </Page>
  );
}

// How it was is no answer to how it is.
function now<T>({ data, error, refetch }: UseQueryResult<T>) {
  return { data: error ? undefined : data, error, refetch };
}

function Figures({ samples }: { samples: Sample[] }) {
  const { t } = useWords();
  const format = useFormat();
  const value = (name: string) => sumOf(samples, name);
  return (
    <div className="grid grid-4">
      <Figure
        label={t.system.state}
        value={t.system.answers}
        note={
          <Badge tone="won" icon={Check}>
            {t.system.store}
          </Badge>
        }
      />
      <Figure
        label={t.system.live}
        value={format.number(value("fieldbook_websockets_open"))}
        note={t.system.pokes(format.number(value("fieldbook_websocket_messages_total")))}
      />
      <Figure
        label={t.system.connections}
        value={format.number(value("fieldbook_connections_open"))}
        note={t.system.refusedConnections(
          format.number(value("fieldbook_connections_refused_total")),
        )}
      />
      <Figure
        label={t.system.waiting}
        value={format.number(value("fieldbook_handlers_queued"))}
        note={t.system.inFlight(
          format.number(value("fieldbook_requests_in_flight")),
          format.number(value("fieldbook_commits_waiting")),
        )}
      />
    </div>
  );
}

// What is on the disk, and when it was last copied elsewhere.
function Kept({ samples }: { samples: Sample[] }) {
  const { t } = useWords();
  const format = useFormat();
  const value = (name: string) => sumOf(samples, name);
  const backup = value("fieldbook_last_backup_timestamp_seconds") * 1_000;
  const store = value("fieldbook_store_bytes");
  const files = value("fieldbook_files_bytes");
  const free = value("fieldbook_disk_free_bytes");
  return (
    <div className="grid grid-4">
      <Figure
        label={t.system.backup}
        value={backup === 0 ? t.system.never : format.moment(new Date(backup).toISOString())}
        note={
          <Remark
            well={Date.now() - backup < backupHours * 3_600_000}
            words={t.system.backupRecent}
            otherwise={t.system.backupOverdue}
          />
        }
      />
      <Figure
        label={t.system.storeSize}
        value={format.bytes(store)}
        note={
          <Remark
            well={free > store + files}
            words={t.system.free(format.bytes(free))}
            otherwise={t.system.little(format.bytes(free))}
          />
        }
      />
      <Figure
        label={t.system.files}
        value={format.number(value("fieldbook_files"))}
        note={format.bytes(files)}
      />
      <Figure
        label={t.system.held}
        value={format.number(value("fieldbook_changes_held"))}
        note={t.system.refusedChanges(format.number(value("fieldbook_changes_refused_total")))}
      />
    </div>
  );
}

function Remark({ well, words, otherwise }: { well: boolean; words: string; otherwise: string }) {
  return well ? (
    words
  ) : (
    <Badge tone="waiting" icon={TriangleAlert}>
      {otherwise}
    </Badge>
  );
}

function sumOf(samples: Sample[], name: string) {
  return samples
    .filter((sample) => sample.name === name)
    .reduce((sum, sample) => sum + sample.value, 0);
}

function Routes({ samples }: { samples: Sample[] }) {
  const { t } = useWords();
  const format = useFormat();
  const routes = routesOf(samples);
  return (
    <Card title={t.system.routes} flush>
      {routes.length === 0 ? (
        <Empty line={t.system.noRoutes} />
      ) : (
        <PlainTable
          label={t.system.routes}
          rows={routes}
          keyOf={({ route }) => route}
          columns={[
            { name: t.system.route, cell: ({ route }) => <code>{route}</code> },
            {
              name: t.system.requests,
              figures: true,
              cell: ({ requests }) => format.number(requests),
            },
            {
              name: t.system.millis,
              figures: true,
              cell: ({ millis }) => format.number(Math.round(millis * 10) / 10),
            },
            {
              name: t.system.refused,
              figures: true,
              wide: true,
              cell: ({ refused }) => format.number(refused),
            },
            {
              name: t.system.failed,
              figures: true,
              wide: true,
              cell: ({ failed }) =>
                failed > 0 ? <strong className="short">{format.number(failed)}</strong> : "0",
            },
          ]}
        />
      )}
    </Card>
  );
}
