import type { Row } from "../../api/records";
import { useMe } from "../../app/session";
import { useWords } from "../../i18n";
import { Button } from "../../ui/Button";
import { Download } from "../../ui/icons";
import type { Verdict } from "./Decide";
import { isMine, openUntil, waitsForMe } from "./standing";

export interface Acting {
  take: (id: string) => void;
  // The one whose file is on its way.
  taking: string;
  decide: (row: Row, verdict: Verdict) => void;
}

// What this reader can do with an export: take its file, or say whether somebody else may.
export function ExportActs({ row, acting }: { row: Row; acting: Acting }) {
  const { t } = useWords();
  const me = useMe();
  if (waitsForMe(me, row)) {
    return (
      <>
        <Button kind="tint" onPress={() => acting.decide(row, "approve")}>
          {t.exports.approve}
        </Button>
        <Button onPress={() => acting.decide(row, "reject")}>{t.exports.reject}</Button>
      </>
    );
  }
  if (!isMine(me, row) || !openUntil(row)) return null;
  return (
    <Button kind="tint" busy={acting.taking === row.id} onPress={() => acting.take(row.id)}>
      <Download size={18} strokeWidth={1.75} aria-hidden />
      {t.exports.take}
    </Button>
  );
}
