import { useState } from "react";
import { isGoingOn, useImport, type Import } from "../../api/imports";
import type { RecordType } from "../../api/records";
import { useWords } from "../../i18n";
import { useFormat } from "../../i18n/format";
import { Badge } from "../../ui/Badge";
import { Button } from "../../ui/Button";
import { Drawer } from "../../ui/Drawer";
import { Undo2 } from "../../ui/icons";
import { Answer } from "../../ui/States";
import { Figures, Findings, Going } from "./Outcome";
import { lookOf } from "./standing";
import { Undo } from "./Undo";

// One import: how it stands, what became of the rows, what was found in them, and the way back.
export function ImportDrawer({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useWords();
  const format = useFormat();
  const asked = useImport(id);
  const [undoing, setUndoing] = useState(false);
  const job = asked.data;
  const asksNoMore = () => {
    setUndoing(false);
    // The button that asked for it is gone with the former state.
    requestAnimationFrame(() => {
      if (document.activeElement !== document.body) return;
      document.querySelector<HTMLElement>(".drawer-head h2")?.focus();
    });
  };
  return (
    <Drawer
      name={job?.name ?? t.sections.import}
      line={job && format.label(job.type as RecordType)}
      onClose={onClose}
      foot={
        job?.undoable && (
          <Button kind="danger" onPress={() => setUndoing(true)}>
            <Undo2 size={18} strokeWidth={1.75} aria-hidden />
            {t.imports.askUndo}
          </Button>
        )
      }
    >
      <Answer of={asked}>{(found) => <Content job={found} />}</Answer>
      {job && undoing && <Undo job={job} onClose={asksNoMore} />}
    </Drawer>
  );
}

function Content({ job }: { job: Import }) {
  const { t } = useWords();
  const format = useFormat();
  const count = (value = 0) => format.number(value);
  return (
    <>
      <div role="status">
        <p>
          <Badge {...lookOf(t, job)} />
        </p>
        {job.state === "undone" && <p>{t.imports.undone(count(job.put_back), count(job.kept))}</p>}
        {job.state === "failed" && (
          <p className="notice notice-refused">{job.sentence || t.states.failed}</p>
        )}
      </div>
      {isGoingOn(job) && <Going job={job} />}
      {job.state === "broken_off" && (
        <p className="notice notice-waiting">
          {job.dry_run
            ? t.imports.checkBrokenOff
            : t.imports.brokenOff(count(job.done), count(job.rows))}
        </p>
      )}
      {(job.state === "done" || job.state === "undone") && <Figures job={job} />}
      <dl className="facts">
        <Fact name={t.imports.source} value={job.source} />
        <Fact name={t.imports.rowsOfFile} value={count(job.rows)} />
        <Fact name={t.imports.who} value={job.by.name} />
        <Fact name={t.history.when} value={format.moment(job.at)} />
        {job.undone_at && <Fact name={t.imports.undoneAt} value={format.moment(job.undone_at)} />}
      </dl>
      <Findings type={job.type} findings={job.findings ?? []} faults={job.faults} />
    </>
  );
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value || "–"}</dd>
    </div>
  );
}
