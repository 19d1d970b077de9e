import { useMe } from "../app/session";
import { useWords } from "../i18n";
import { ArrowRightLeft } from "../ui/icons";
import type { Deed } from "../ui/RecordTable";
import { Assign, type Assignable } from "./Assign";

// What a manager can do to selected rows of a list. Whether each of them is the manager's to give, the server alone knows.
export function useAssignDeed(type: Assignable): Deed | undefined {
  const { t } = useWords();
  const { may } = useMe();
  if (!may.manage) return undefined;
  return {
    name: t.acts.assign,
    icon: ArrowRightLeft,
    ask: (rows, onDone, onClose) => (
      <Assign type={type} rows={rows} onGiven={onDone} onClose={onClose} />
    ),
  };
}
