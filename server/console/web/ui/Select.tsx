import "./Field.css";

// The browser's own list: every keyboard, screen reader and phone knows it.
export function Select({
  label,
  value,
  options,
  onChange,
  visible = false,
}: {
  label: string;
  value: string;
  options: { value: string; label: string }[];
  onChange: (value: string) => void;
  // Whether the label is to be seen.
  visible?: boolean;
}) {
  return (
    <label className="select">
      <span className={visible ? "field-label" : "visually-hidden"}>{label}</span>
      <select value={value} onChange={(event) => onChange(event.target.value)}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  );
}
