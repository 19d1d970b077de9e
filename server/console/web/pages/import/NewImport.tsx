import { useMemo, useState } from "react";
import { Link } from "wouter";
import { useImportTable, type ImportTable, type ImportType } from "../../api/imports";
import { Page } from "../../app/Page";
import { useWords } from "../../i18n";
import { useFormat } from "../../i18n/format";
import { Card } from "../../ui/Card";
import { ChevronLeft } from "../../ui/icons";
import { Select } from "../../ui/Select";
import { Answer } from "../../ui/States";
import { AllRows } from "./AllRows";
import { Check } from "./Check";
import { ChooseFile } from "./ChooseFile";
import { Columns } from "./Columns";
import type { ReadFile } from "./decode";
import { Findings } from "./Outcome";
import { firstSettings, missingFields, orderOf, type Settings } from "./settings";

const delimiters = [
  [",", "comma"],
  [";", "semicolon"],
  ["\t", "tab"],
  ["|", "bar"],
] as const;

// Brings a file in: which one, what its columns are, what holds for all rows; then it is checked and imported.
export function NewImport() {
  const { t } = useWords();
  const [type, setType] = useState<ImportType>("customer");
  const [file, setFile] = useState<ReadFile | null>(null);
  const [delimiter, setDelimiter] = useState("");
  const table = useImportTable(file, type, delimiter);
  const choose = (next: ReadFile | null) => {
    setFile(next);
    setDelimiter("");
  };
  return (
    <Page
      title={t.imports.title}
      actions={
        <Link href="/app/import" className="back">
          <ChevronLeft size={18} strokeWidth={1.75} aria-hidden />
          {t.imports.back}
        </Link>
      }
    >
      <div className="import-steps">
        <Card title={t.imports.steps.file}>
          <ChooseFile type={type} onType={setType} file={file} onFile={choose} />
          {file && (
            <Select
              visible
              label={t.imports.delimiter}
              value={delimiter || (table.data?.delimiter ?? ",")}
              options={delimiters.map(([value, name]) => ({
                value,
                label: t.imports.delimiters[name],
              }))}
              onChange={setDelimiter}
            />
          )}
        </Card>
        {file && (
          <Answer of={table} rows={6}>
            {(found) => (
              // Another file, type or delimiter begins with other guesses.
              <Mapping
                key={[file.id, type, delimiter].join(" ")}
                file={file}
                type={type}
                table={found}
              />
            )}
          </Answer>
        )}
      </div>
    </Page>
  );
}

function Mapping({ file, type, table }: { file: ReadFile; type: ImportType; table: ImportTable }) {
  const { t } = useWords();
  const format = useFormat();
  const [settings, setSettings] = useState(() => firstSettings(file, table));
  const change = (part: Partial<Settings>) => setSettings({ ...settings, ...part });
  const order = useMemo(() => orderOf(file, type, table, settings), [file, type, table, settings]);
  const lacks = [
    ...(settings.key.length === 0 ? [t.imports.lacksKey] : []),
    ...missingFields(table, settings).map((field) => t.imports.lacks(format.field(type, field))),
    ...(settings.source.trim() === "" ? [t.imports.lacks(t.imports.source)] : []),
  ];
  const unread = table.faults.filter(({ severity }) => severity === "error");
  const shared = { type, table, settings, onChange: change };
  return (
    <>
      <Card
        title={t.imports.steps.columns}
        aside={<span className="figure-note">{t.imports.rows(format.number(table.rows))}</span>}
      >
        <Columns {...shared} />
        <p className="figure-note">{t.imports.keyMeans}</p>
        <Findings type={type} findings={unread} faults={table.unread} />
      </Card>
      <Card title={t.imports.steps.rows}>
        <AllRows {...shared} />
      </Card>
      <Card title={t.imports.steps.check}>
        <Check order={order} lacks={lacks} />
      </Card>
    </>
  );
}
