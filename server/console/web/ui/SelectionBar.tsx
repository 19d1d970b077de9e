import { Toolbar } from "react-aria-components/Toolbar";
import type { Row } from "../api/records";
import { useWords } from "../i18n";
import { useFormat } from "../i18n/format";
import { Button } from "./Button";
import { X, type LucideIcon } from "./icons";
import type { Selection } from "./useSelection";
import "./SelectionBar.css";

// Says how many rows are selected and what can be done to them. Stands in place of the names of the columns meanwhile: there no
// row moves under the pointer, and another order would be another selection.
export function SelectionBar({
  selection,
  loaded,
  count,
  deed,
  icon: Icon,
  onDeed,
}: {
  selection: Selection<Row>;
  // How many rows have come, and how many there are.
  loaded: number;
  count: number;
  deed: string;
  icon: LucideIcon;
  onDeed: () => void;
}) {
  const { t } = useWords();
  const format = useFormat();
  const selected = selection.rows.length;
  const [had, all] = [format.number(selected), format.number(count)];
  // All that have come need not be all there are.
  const partly = selected > 0 && selected === loaded && loaded < count;
  const line = partly ? t.selection.countLoaded(had, all) : t.selection.count(had);
  return (
    <>
      {/* There before the bar is, or it would not be read out. */}
      <p className="visually-hidden" role="status">
        {line}
      </p>
      {selected > 0 && (
        <Toolbar className="selection-bar" aria-label={t.selection.label}>
          <span className="selection-line figures" aria-hidden>
            {line}
          </span>
          <span className="selection-short figures" aria-hidden>
            {partly ? `${had} / ${all}` : had}
          </span>
          <Button kind="primary" onPress={onDeed}>
            <Icon size={18} strokeWidth={1.75} aria-hidden />
            {deed}
          </Button>
          <Button
            kind="text"
            className="selection-clear"
            aria-label={t.selection.clear}
            onPress={selection.clear}
          >
            <X size={18} strokeWidth={1.75} aria-hidden />
            <span>{t.selection.clear}</span>
          </Button>
        </Toolbar>
      )}
    </>
  );
}
