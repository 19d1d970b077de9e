import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { useLocation } from "wouter";
import { Problem } from "../../api/client";
import { isGoingOn, runImport, useImport, type Import, type ImportAsked } from "../../api/imports";
import { askAgain } from "../../app/askAgain";
import { useWords } from "../../i18n";
import { useFormat } from "../../i18n/format";
import { Button } from "../../ui/Button";
import { Answer } from "../../ui/States";
import { Figures, Findings, Going } from "./Outcome";
import { doesSomething } from "./standing";

// Tries the import without writing anything, and then does it. What was tried is what is done: whatever is changed in between
// is checked again.
export function Check({ order, lacks }: { order: ImportAsked; lacks: string[] }) {
  const { t } = useWords();
  const client = useQueryClient();
  const [, go] = useLocation();
  const [checked, setChecked] = useState<{ id: string; order: ImportAsked } | null>(null);
  const [sending, setSending] = useState<"check" | "import" | null>(null);
  const [refused, setRefused] = useState("");
  const isCurrent = checked?.order === order;
  const asked = useImport(checked && isCurrent ? checked.id : "");
  const job = isCurrent ? asked.data : undefined;
  const isChecking = job !== undefined && isGoingOn(job);
  const mayImport = job?.state === "done" && doesSomething(job);
  const isHere = useRef(true);
  useEffect(() => () => void (isHere.current = false), []);
  const begin = async (what: "check" | "import") => {
    if (sending) return;
    setSending(what);
    setRefused("");
    try {
      const { id } = await runImport(order, what === "check");
      await askAgain(client);
      // Whoever has gone elsewhere meanwhile stays there.
      if (what === "import" && isHere.current) go(`/app/import/${id}`);
      if (what === "check") setChecked({ id, order });
    } catch (error) {
      setRefused((error instanceof Problem && error.sentence) || t.states.unreachable);
    }
    setSending(null);
  };
  return (
    <>
      <p>{t.imports.checkMeans}</p>
      {lacks.length > 0 && (
        <ul className="consequences">
          {lacks.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
      {refused && (
        <p className="notice notice-refused" role="alert">
          {refused}
        </p>
      )}
      {checked && isCurrent && <Answer of={asked}>{(found) => <Tried job={found} />}</Answer>}
      <p role="status" className="import-verdict">
        {checked && !isCurrent ? t.imports.changedSince : <Verdict job={job} />}
      </p>
      <div className="import-acts">
        <Button
          kind={mayImport || isChecking ? "secondary" : "primary"}
          isDisabled={lacks.length > 0 || sending === "import"}
          busy={sending === "check" || isChecking}
          onPress={() => void begin("check")}
        >
          {t.imports.check}
        </Button>
        <Button
          kind={mayImport ? "primary" : "secondary"}
          isDisabled={!mayImport}
          busy={sending === "import"}
          onPress={() => void begin("import")}
        >
          {t.imports.run}
        </Button>
      </div>
    </>
  );
}

function Tried({ job }: { job: Import }) {
  const { t } = useWords();
  if (isGoingOn(job)) return <Going job={job} />;
  if (job.state !== "done") {
    return (
      <p className="notice notice-refused" role="alert">
        {job.sentence || t.states.failed}
      </p>
    );
  }
  return (
    <>
      <Figures job={job} />
      <Findings type={job.type} findings={job.findings ?? []} faults={job.faults} />
    </>
  );
}

// Whether it can be imported now, and what is left out then.
function Verdict({ job }: { job: Import | undefined }) {
  const { t } = useWords();
  const format = useFormat();
  if (!job) return t.imports.checkFirst;
  if (job.state !== "done") return null;
  if (!doesSomething(job)) return t.imports.doesNothing;
  return job.rejected > 0 ? t.imports.leftOut(format.number(job.rejected)) : t.imports.allGood;
}
