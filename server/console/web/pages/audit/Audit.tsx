import { useInfiniteQuery, useMutation } from "@tanstack/react-query";
import { api, body, type Schemas } from "../../api/client";
import { usePeople, type RecordType } from "../../api/records";
import { useAddress } from "../../app/address";
import { Page } from "../../app/Page";
import { labels } from "../../generated/labels";
import { useWords } from "../../i18n";
import { useFormat } from "../../i18n/format";
import { Badge } from "../../ui/Badge";
import { Button } from "../../ui/Button";
import { Card } from "../../ui/Card";
import { Check, TriangleAlert } from "../../ui/icons";
import { LongTable, Twofold, type Column } from "../../ui/LongTable";
import { Select } from "../../ui/Select";
import { Answer, Empty } from "../../ui/States";

type Entry = Schemas["TrailEntries"]["entries"][number];
const pageSize = 200;

// The trail of everything that happened: searched by person, kind and day, and held against itself.
export default function Audit() {
  const { t } = useWords();
  const format = useFormat();
  const [user, setUser] = useAddress("user", "");
  const [kind, setKind] = useAddress("kind", "");
  const [from, setFrom] = useAddress("from", "");
  const [until, setUntil] = useAddress("until", "");
  const everybody = usePeople();
  const names = Object.fromEntries(everybody.map(({ id, name }) => [id, name]));
  const asked = useInfiniteQuery({
    queryKey: ["trail", user, kind, from, until],
    queryFn: ({ pageParam }) =>
      body(
        api.GET("/v1/trail", {
          params: {
            query: {
              ...(user && { user }),
              ...(kind && { kind }),
              ...(from && { from: new Date(from + "T00:00").toISOString() }),
              ...(until && { until: new Date(until + "T23:59:59.999").toISOString() }),
              ...(pageParam !== null && { before: pageParam }),
              limit: pageSize,
            },
          },
        }),
      ),
    initialPageParam: null as number | null,
    getNextPageParam: (last) => (last.more ? (last.entries.at(-1)?.number ?? null) : null),
  });
  const rows = (asked.data?.pages.flatMap(({ entries }) => entries) ?? []).map((entry) => ({
    ...entry,
    id: String(entry.number),
    record: entry.id,
  }));
  const kinds = t.audit.kinds as Record<string, string>;
  const columns: Column<(typeof rows)[number]>[] = [
    {
      id: "at",
      name: t.history.when,
      width: "132px",
      cell: ({ at }) => format.moment(at),
    },
    {
      id: "by",
      name: t.audit.by,
      width: "minmax(0, 1fr)",
      cell: ({ by }) => (by ? (names[by] ?? "–") : t.history.server),
    },
    {
      id: "what",
      name: t.audit.what,
      width: "minmax(0, 2fr)",
      cell: (entry) => (
        <Twofold first={kinds[entry.kind] ?? entry.kind} second={detailOf(format, entry)} />
      ),
    },
    {
      id: "device",
      name: t.audit.device,
      width: "88px",
      from: "wide",
      figures: true,
      cell: ({ device }) => (device ? String(device) : "–"),
    },
    {
      id: "number",
      name: t.audit.number,
      width: "96px",
      from: "tablet",
      figures: true,
      cell: ({ number }) => format.number(number),
    },
  ];
  return (
    <Page title={t.sections.audit}>
      <div className="grid">
        <Verification />
      </div>
      <div className="list-tools">
        <Select
          label={t.audit.by}
          value={user}
          options={[
            { value: "", label: t.audit.anybody },
            ...everybody.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={setUser}
        />
        <Select
          label={t.audit.what}
          value={kind}
          options={[
            { value: "", label: t.audit.anything },
            ...Object.entries(kinds).map(([value, label]) => ({ value, label })),
          ]}
          onChange={setKind}
        />
        <Day label={t.audit.from} value={from} onChange={setFrom} />
        <Day label={t.audit.until} value={until} onChange={setUntil} />
      </div>
      <Answer of={asked} rows={10}>
        {() =>
          rows.length === 0 ? (
            <Card>
              <Empty line={t.audit.none} />
            </Card>
          ) : (
            <div className="card card-flush table-card table-below-figures">
              <LongTable
                label={t.sections.audit}
                rows={rows}
                count={rows.length}
                columns={columns}
                more={() => asked.hasNextPage && !asked.isFetching && void asked.fetchNextPage()}
              />
            </div>
          )
        }
      </Answer>
    </Page>
  );
}

function Day({
  label,
  value,
  onChange,
}: {
  label: string;
  value: string;
  onChange: (day: string) => void;
}) {
  return (
    <input
      className="filter-value"
      type="date"
      aria-label={label}
      title={label}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

// Which record it was about, and which of its fields.
function detailOf(format: ReturnType<typeof useFormat>, entry: Entry): string {
  const told = entry.body as Record<string, unknown> | undefined;
  const what = told?.what as { of?: RecordType; fields?: unknown; file?: string } | undefined;
  if (!entry.type || !(entry.type in labels)) {
    return String(told?.code ?? told?.login ?? what?.file ?? "");
  }
  const type = what?.of ?? (entry.type as RecordType);
  const fields = told?.fields ?? what?.fields;
  const named = Array.isArray(fields) ? (fields as string[]) : Object.keys(fields ?? {});
  const shown = named.map((field) => format.field(type, field));
  return [format.label(type), shown.join(format.language === "zh" ? "、" : ", ")]
    .filter(Boolean)
    .join(" · ");
}

// Reads all of it anew, on request.
function Verification() {
  const { t } = useWords();
  const format = useFormat();
  const verify = useMutation({ mutationFn: () => body(api.POST("/v1/trail/verification")) });
  const report = verify.data;
  return (
    <Card
      title={t.audit.verification}
      aside={
        <Button busy={verify.isPending} onPress={() => verify.mutate()}>
          {t.audit.verify}
        </Button>
      }
    >
      <div role="status">
        {verify.error && <p className="notice notice-refused">{t.states.failed}</p>}
        {report && report.faults.length === 0 && (
          <Badge tone="won" icon={Check}>
            {t.audit.whole(
              format.number(report.entries),
              format.number(report.signed_up_to),
              format.number(report.checkpoints),
              format.number(report.witnesses),
            )}
          </Badge>
        )}
        {report && report.faults.length > 0 && (
          <>
            <Badge tone="refused" icon={TriangleAlert}>
              {t.audit.faults(format.number(report.faults.length))}
            </Badge>
            <ul>
              {report.faults.map(({ code, detail }, index) => (
                <li key={index}>
                  <code>{code}</code> {detail}
                </li>
              ))}
            </ul>
          </>
        )}
        {!report && !verify.error && <p className="figure-note">{t.audit.purpose}</p>}
      </div>
    </Card>
  );
}
