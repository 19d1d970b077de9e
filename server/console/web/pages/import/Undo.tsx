import { useQueryClient } from "@tanstack/react-query";
import { undoImport, type Import } from "../../api/imports";
import { askAgain } from "../../app/askAgain";
import { useWords } from "../../i18n";
import { Dialog } from "../../ui/Dialog";

// Takes an import back, after saying how far that goes.
export function Undo({ job, onClose }: { job: Import; onClose: () => void }) {
  const { t } = useWords();
  const client = useQueryClient();
  const submit = async () => {
    await undoImport(job.id);
    await askAgain(client);
  };
  return (
    <Dialog
      title={t.imports.undoTitle(job.name)}
      action={t.imports.undo}
      danger
      onSubmit={submit}
      onClose={onClose}
    >
      <ul className="consequences">
        {t.imports.undoMeans.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </Dialog>
  );
}
