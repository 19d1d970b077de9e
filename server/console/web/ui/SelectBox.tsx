import "./SelectBox.css";

// Selects a row of a table, or all of them. The whole cell is to be hit, and does not open the row.
export function SelectBox({
  label,
  checked,
  some = false,
  reached = true,
  onToggle,
}: {
  label: string;
  checked: boolean;
  // Some are, not all.
  some?: boolean;
  // By Tab.
  reached?: boolean;
  onToggle: (through: boolean) => void;
}) {
  return (
    <label
      className="select-box"
      onClick={(event) => event.stopPropagation()}
      // Shift would also mark the words between.
      onMouseDown={(event) => event.shiftKey && event.preventDefault()}
    >
      <input
        type="checkbox"
        ref={(box) => {
          if (box) box.indeterminate = some;
        }}
        checked={checked}
        tabIndex={reached ? undefined : -1}
        onChange={({ nativeEvent }) => onToggle((nativeEvent as MouseEvent).shiftKey)}
      />
      <span className="visually-hidden">{label}</span>
    </label>
  );
}
