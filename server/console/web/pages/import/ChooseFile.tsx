import { type DragEvent, useId, useRef, useState } from "react";
import { importTypes, type ImportType } from "../../api/imports";
import { useWords } from "../../i18n";
import { useFormat } from "../../i18n/format";
import { FileUp } from "../../ui/icons";
import { Select } from "../../ui/Select";
import { fileBytesMax, readFile, type FileFault, type ReadFile } from "./decode";

// What the rows are to become, and the file: chosen, or dropped here. Says how it was read, or why it was not.
export function ChooseFile({
  type,
  onType,
  file,
  onFile,
}: {
  type: ImportType;
  onType: (type: ImportType) => void;
  file: ReadFile | null;
  onFile: (file: ReadFile | null) => void;
}) {
  const { t } = useWords();
  const format = useFormat();
  const limits = useId();
  const [fault, setFault] = useState<FileFault | null>(null);
  const [over, setOver] = useState(false);
  const turns = useRef(0);
  const take = async (chosen: File | undefined) => {
    if (!chosen) return;
    const turn = ++turns.current;
    const read = await readFile(chosen);
    if (turn !== turns.current) return; // Another was chosen while this one was read.
    const failed = typeof read === "string";
    setFault(failed ? read : null);
    onFile(failed ? null : read);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void take(event.dataTransfer.files[0]);
  };
  return (
    <>
      <Select
        visible
        label={t.imports.type}
        value={type}
        options={importTypes.map((value) => ({ value, label: format.label(value) }))}
        onChange={(value) => onType(value as ImportType)}
      />
      <div
        className={`import-drop ${over ? "import-drop-over" : ""}`}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <label className={`button ${file ? "button-secondary" : "button-primary"} import-choose`}>
          <FileUp size={18} strokeWidth={1.75} aria-hidden />
          {file ? t.imports.chooseOther : t.imports.choose}
          <input
            type="file"
            accept=".csv,.txt,text/csv"
            aria-describedby={limits}
            onChange={({ target }) => {
              void take(target.files?.[0]);
              // The same one again, once it was put right, is a choice too.
              target.value = "";
            }}
          />
        </label>
        <p>{t.imports.drop}</p>
        <p id={limits} className="figure-note">
          {t.imports.limits(format.bytes(fileBytesMax))}
        </p>
      </div>
      {fault && (
        <p className="notice notice-refused" role="alert">
          {t.imports.fileFaults[fault](format.bytes(fileBytesMax))}
        </p>
      )}
      <div role="status">
        {file && (
          <p className="import-file">
            <strong>{file.name}</strong> {t.imports.read(format.bytes(file.bytes), file.encoding)}
          </p>
        )}
      </div>
    </>
  );
}
