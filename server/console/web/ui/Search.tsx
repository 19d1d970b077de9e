import { useEffect, useRef, useState } from "react";
import { Search as Icon } from "./icons";
import "./Search.css";

// Words that narrow a list; "/" comes here from anywhere. Told to the page when the typing pauses.
export function Search({
  label,
  value,
  onChange,
}: {
  label: string;
  value: string;
  onChange: (words: string) => void;
}) {
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  useEffect(() => {
    if (typed === value) return;
    const timer = window.setTimeout(() => onChange(typed.trim()), 200);
    return () => window.clearTimeout(timer);
  }, [typed, value, onChange]);
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const writes = /^(INPUT|TEXTAREA|SELECT)$/.test((event.target as HTMLElement).tagName);
      if (
        (event.key === "/" && !writes) ||
        (event.key === "k" && (event.ctrlKey || event.metaKey))
      ) {
        event.preventDefault();
        input.current?.focus();
      }
    };
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, []);
  return (
    <label className="search">
      <Icon size={18} strokeWidth={1.75} aria-hidden />
      <span className="visually-hidden">{label}</span>
      <input
        ref={input}
        type="search"
        value={typed}
        placeholder={label}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Escape") setTyped("");
        }}
      />
      <kbd aria-hidden="true">/</kbd>
    </label>
  );
}
