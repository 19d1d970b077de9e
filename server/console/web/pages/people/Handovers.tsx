import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api, body, type Schemas } from "../../api/client";
import { usePeople, type RecordType } from "../../api/records";
import { askAgain } from "../../app/askAgain";
import { labels } from "../../generated/labels";
import { useWords } from "../../i18n";
import { useFormat } from "../../i18n/format";
import { Badge } from "../../ui/Badge";
import { Button } from "../../ui/Button";
import { Card } from "../../ui/Card";
import { Dialog, Words } from "../../ui/Dialog";
import { ArrowRightLeft } from "../../ui/icons";
import { PlainTable } from "../../ui/PlainTable";
import { Select } from "../../ui/Select";
import { Answer, Empty } from "../../ui/States";

type Handover = Schemas["Handover"];

// Whose book went to whom, and how one is handed over: previewed, done in one act, undone.
export function Handovers() {
  const { t } = useWords();
  const format = useFormat();
  const client = useQueryClient();
  const names = useNames();
  const [giving, setGiving] = useState(false);
  const [undoing, setUndoing] = useState<Handover | null>(null);
  const asked = useQuery({
    queryKey: ["handovers"],
    queryFn: () => body(api.GET("/v1/handovers")),
  });
  return (
    <>
      <div className="acts">
        <Button kind="primary" onPress={() => setGiving(true)}>
          <ArrowRightLeft size={18} strokeWidth={1.75} aria-hidden />
          {t.handover.give}
        </Button>
      </div>
      <Answer of={asked}>
        {({ handovers }) => (
          <Card flush>
            {handovers.length === 0 ? (
              <Empty line={t.handover.none} />
            ) : (
              <PlainTable
                label={t.people.handovers}
                rows={handovers}
                keyOf={({ id }) => id}
                columns={[
                  { name: t.history.when, figures: true, cell: ({ at }) => format.moment(at) },
                  { name: t.handover.from, cell: ({ from }) => names[from] ?? "–" },
                  {
                    name: t.handover.to,
                    cell: ({ moved }) => [...new Set(moved.map(({ to }) => names[to]))].join(", "),
                  },
                  {
                    name: t.handover.records,
                    figures: true,
                    cell: ({ moved }) =>
                      format.number(moved.reduce((sum, { records }) => sum + records, 0)),
                  },
                  { name: t.acts.reason, wide: true, cell: ({ reason }) => reason },
                  {
                    name: t.table.actions,
                    cell: (handover) =>
                      handover.undone_at ? (
                        <Badge>{t.handover.undone(format.moment(handover.undone_at))}</Badge>
                      ) : (
                        <Button kind="text" onPress={() => setUndoing(handover)}>
                          {t.handover.undo}
                        </Button>
                      ),
                  },
                ]}
              />
            )}
          </Card>
        )}
      </Answer>
      {giving && <Give onClose={() => setGiving(false)} />}
      {undoing && (
        <Dialog
          title={t.handover.undo}
          action={t.handover.undo}
          danger
          onClose={() => setUndoing(null)}
          onSubmit={async () => {
            const params = { path: { id: undoing.id } };
            await body(api.DELETE("/v1/handovers/{id}", { params }));
            await askAgain(client);
          }}
        >
          <p>{t.handover.undoMeans(names[undoing.from] ?? "")}</p>
        </Dialog>
      )}
    </>
  );
}

function useNames(): Record<string, string> {
  return Object.fromEntries(usePeople().map(({ id, name }) => [id, name]));
}

function Give({ onClose }: { onClose: () => void }) {
  const { t } = useWords();
  const client = useQueryClient();
  const people = usePeople();
  const [from, setFrom] = useState("");
  const [to, setTo] = useState("");
  const [reason, setReason] = useState("");
  const choose = { value: "", label: t.filter.choose };
  const order = { from, to, reason: reason.trim() };
  // From then on there is nothing left to preview.
  const [given, setGiven] = useState(false);
  const submit = async () => {
    setGiven(true);
    try {
      await body(api.POST("/v1/handovers", { body: order }));
    } catch (problem) {
      setGiven(false);
      throw problem;
    }
    await askAgain(client);
  };
  // What would happen.
  const look = useQuery({
    queryKey: ["handover", from, to],
    queryFn: () => body(api.POST("/v1/handovers", { body: { from, to, preview: true } })),
    enabled: from !== "" && to !== "" && !given,
    staleTime: Infinity,
    retry: false,
  });
  return (
    <Dialog
      title={t.handover.give}
      action={t.handover.give}
      ready={look.data !== undefined}
      onSubmit={submit}
      onClose={onClose}
    >
      <Select
        visible
        label={t.handover.from}
        value={from}
        options={[choose, ...people.map(({ id, name }) => ({ value: id, label: name }))]}
        onChange={setFrom}
      />
      <Select
        visible
        label={t.handover.to}
        value={to}
        options={[
          choose,
          ...people
            .filter(({ id, status }) => status === "active" && id !== from)
            .map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={setTo}
      />
      <Words label={t.acts.reason} value={reason} onChange={setReason} />
      {from !== "" && to !== "" && (
        <Answer of={look} rows={2}>
          {(data) => <Preview handover={data} />}
        </Answer>
      )}
    </Dialog>
  );
}

function Preview({ handover }: { handover: Handover }) {
  const { t } = useWords();
  const format = useFormat();
  const names = useNames();
  const rows = [
    ...handover.moved.map((count) => ({ ...count, where: names[count.to] ?? "–" })),
    ...handover.kept.map((count) => ({ ...count, where: t.handover.stays })),
  ];
  return (
    <Card title={t.handover.preview} flush>
      <PlainTable
        label={t.handover.preview}
        rows={rows}
        keyOf={({ where, type }) => where + type}
        columns={[
          {
            name: t.audit.what,
            cell: ({ type }) => (type in labels ? format.label(type as RecordType) : type),
          },
          {
            name: t.handover.records,
            figures: true,
            cell: ({ records }) => format.number(records),
          },
          { name: t.handover.to, cell: ({ where }) => where },
        ]}
      />
    </Card>
  );
}
