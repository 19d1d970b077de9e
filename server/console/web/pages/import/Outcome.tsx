import type { Finding, Import } from "../../api/imports";
import type { RecordType } from "../../api/records";
import { labels } from "../../generated/labels";
import { useWords } from "../../i18n";
import { useFormat } from "../../i18n/format";
import { Badge } from "../../ui/Badge";
import { CircleAlert, TriangleAlert } from "../../ui/icons";
import { PlainTable } from "../../ui/PlainTable";
import { figureNames, lookOf, progressOf } from "./standing";

// How far it is.
export function Going({ job }: { job: Import }) {
  const { t } = useWords();
  const format = useFormat();
  return (
    <div className="import-going">
      <progress
        aria-label={lookOf(t, job).children}
        max={Math.max(job.rows, 1)}
        value={Math.min(job.done, job.rows)}
      />
      <span className="figures">{progressOf(t, format, job)}</span>
    </div>
  );
}

// What became of the rows, or would.
export function Figures({ job }: { job: Import }) {
  const { t } = useWords();
  const format = useFormat();
  const words = job.dry_run ? { ...t.imports.did, ...t.imports.would } : t.imports.did;
  return (
    <dl className="import-figures">
      {figureNames.map((name) => (
        <div key={name}>
          <dt>{words[name]}</dt>
          <dd className={name === "rejected" && job.rejected > 0 ? "figures short" : "figures"}>
            {format.number(job[name])}
          </dd>
        </div>
      ))}
    </dl>
  );
}

// Of these the detail is what stands in the cell.
const tellsCell = /^import\.(reference_m|exists|key_twice)|malformed$/;

// What is wrong with the rows, or worth to be known. `faults` is how much was found in all.
export function Findings({
  type,
  findings,
  faults,
}: {
  type: string;
  findings: Finding[];
  faults: number;
}) {
  const { t } = useWords();
  const format = useFormat();
  if (findings.length === 0) return null;
  // Where no column holds it, it is the field's.
  const nameOf = (column: string) =>
    column in labels[type as RecordType].fields ? format.field(type as RecordType, column) : column;
  const rows = findings.map((finding, index) => ({ ...finding, id: String(index) }));
  return (
    <section className="import-findings" aria-label={t.imports.findings}>
      <h3>{t.imports.findings}</h3>
      {rows.length < faults && (
        <p className="figure-note">
          {t.imports.shownOf(format.number(rows.length), format.number(faults))}
        </p>
      )}
      <PlainTable
        label={t.imports.findings}
        rows={rows}
        keyOf={({ id }) => id}
        columns={[
          { name: t.imports.line, figures: true, cell: ({ line }) => format.number(line) },
          { name: t.imports.column, cell: ({ column }) => nameOf(column) || "–" },
          {
            name: t.imports.finding,
            cell: ({ severity, sentence, code, detail }) => (
              <>
                <Badge
                  tone={severity === "error" ? "refused" : "waiting"}
                  icon={severity === "error" ? CircleAlert : TriangleAlert}
                >
                  {t.imports.severities[severity]}
                </Badge>{" "}
                {sentence}
                {detail && tellsCell.test(code) && <q>{detail}</q>}
              </>
            ),
          },
        ]}
      />
    </section>
  );
}
