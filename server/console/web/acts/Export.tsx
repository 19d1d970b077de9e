import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { Link } from "wouter";
import { mintId } from "../api/changes";
import { requestExport, takeFile, type ExportWish } from "../api/exports";
import { narrows, useTotals, type RecordType, type Where } from "../api/records";
import { askAgain } from "../app/askAgain";
import { useMe } from "../app/session";
import { useWords } from "../i18n";
import { useFormat } from "../i18n/format";
import { Button } from "../ui/Button";
import { Dialog, Words } from "../ui/Dialog";
import { Download } from "../ui/icons";
import { Select } from "../ui/Select";

interface Listed {
  type: RecordType;
  where: Where | undefined;
  // Those that the list shows.
  fields: string[];
  // "60 customers"
  counted: (count: string) => string;
}

// Takes the records of a list out as a file, for roles that do so.
export function Export(list: Listed) {
  const { t } = useWords();
  const { may } = useMe();
  const [open, setOpen] = useState(false);
  const [asked, setAsked] = useState("");
  if (!may.export[list.type]) return null;
  return (
    <>
      <Button onPress={() => setOpen(true)}>
        <Download size={18} strokeWidth={1.75} aria-hidden />
        {t.exports.open}
      </Button>
      {open && (
        <Ask
          list={list}
          asks={may.export[list.type] === "asks"}
          onAsked={setAsked}
          onClose={() => setOpen(false)}
        />
      )}
      {asked && <Asked id={asked} onClose={() => setAsked("")} />}
    </>
  );
}

// What is to be in the file and what it is for. The file comes at once, unless somebody has to agree first.
function Ask({
  list: { type, where, fields, counted },
  asks,
  onAsked,
  onClose,
}: {
  list: Listed;
  asks: boolean;
  onAsked: (id: string) => void;
  onClose: () => void;
}) {
  const { t } = useWords();
  const format = useFormat();
  const client = useQueryClient();
  const totals = useTotals(type, { where, by: [] });
  const count = totals.data && (totals.data.rows[0]?.count ?? 0);
  const [wish, setWish] = useState<ExportWish>(() => ({
    key: mintId(),
    type,
    format: "xlsx",
    reason: "",
    where,
    fields,
  }));
  const change = (part: Partial<ExportWish>) => setWish({ ...wish, ...part, key: mintId() });
  // What was asked for stands, also when only the file did not arrive.
  const made = useRef<{ wish: ExportWish; id: string; waits: boolean } | null>(null);
  const submit = async () => {
    if (made.current?.wish !== wish) {
      const { id, f } = await requestExport({ ...wish, reason: wish.reason.trim() });
      made.current = { wish, id, waits: f.state === "requested" };
    }
    const { id, waits } = made.current;
    if (!waits) await takeFile(id);
    await askAgain(client);
    if (waits) onAsked(id);
  };
  const told = count === undefined ? "…" : counted(format.number(count));
  return (
    <Dialog
      title={t.exports.title}
      action={asks ? t.exports.ask : t.exports.now}
      ready={wish.reason.trim() !== "" && count !== 0}
      onSubmit={submit}
      onClose={onClose}
    >
      <p>
        <strong>{(narrows(where) ? t.exports.filtered : t.exports.unfiltered)(told)}</strong>
      </p>
      {asks && <p className="notice notice-waiting">{t.exports.asksFirst}</p>}
      <Select
        visible
        label={format.field("export_request", "format")}
        value={wish.format}
        options={(["xlsx", "csv"] as const).map((value) => ({
          value,
          label: format.choice("export_request", "format", value),
        }))}
        onChange={(value) => change({ format: value as ExportWish["format"] })}
      />
      <Select
        visible
        label={format.field("export_request", "columns")}
        value={wish.fields === fields ? "shown" : "all"}
        options={[
          { value: "shown", label: t.exports.shownFields },
          { value: "all", label: t.exports.allFields },
        ]}
        onChange={(value) => change({ fields: value === "shown" ? fields : [] })}
      />
      <Words
        label={t.exports.reason}
        value={wish.reason}
        onChange={(reason) => change({ reason })}
        rows={2}
        required
      />
      <p className="figure-note">{t.exports.noted}</p>
    </Dialog>
  );
}

function Asked({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useWords();
  return (
    <Dialog title={t.exports.asked} onClose={onClose}>
      <p>{t.exports.askedMeans}</p>
      <p>
        <Link href={`/app/exports/${id}`}>{t.exports.toIt}</Link>
      </p>
    </Dialog>
  );
}
