import { type FormEvent, type ReactNode, useEffect, useId, useRef, useState } from "react";
import { Problem } from "../api/client";
import { useWords } from "../i18n";
import { Button } from "./Button";
import { X } from "./icons";
import "./Dialog.css";

const firstField = ".dialog-body :is(input, select, textarea)";

// Asks for what a deed needs, above the page. The browser's own dialog keeps the keyboard inside it, closes on Escape and
// gives the focus back. Stays open until the deed is answered, and with the reason when it is refused. Without a deed there is
// only something to read.
export function Dialog({
  title,
  action,
  danger = false,
  onSubmit,
  onClose,
  children,
  ready = true,
  goesOn = false,
}: {
  title: string;
  action?: string;
  danger?: boolean;
  onSubmit?: () => Promise<unknown>;
  onClose: () => void;
  children: ReactNode;
  // Whether there is enough to go on.
  ready?: boolean;
  // What comes of it is shown next, in place of this.
  goesOn?: boolean;
}) {
  const { t } = useWords();
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState("");
  useEffect(() => {
    dialog.current?.showModal();
    dialog.current?.querySelector<HTMLElement>(firstField)?.focus();
  }, []);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!onSubmit || !ready || busy) return;
    setBusy(true);
    setRefused("");
    try {
      await onSubmit();
      if (!goesOn) dialog.current?.close();
    } catch (error) {
      const sentence = error instanceof Problem ? error.sentence : "";
      setRefused(sentence || t.states.unreachable);
      setBusy(false);
    }
  };
  return (
    <dialog
      ref={dialog}
      className="dialog"
      aria-labelledby={heading}
      onCancel={(event) => busy && event.preventDefault()}
      onClose={onClose}
    >
      <form aria-busy={busy} onSubmit={(event) => void submit(event)}>
        <header className="card-head">
          <h2 id={heading}>{title}</h2>
          <Button
            kind="icon"
            aria-label={t.dialog.close}
            isDisabled={busy}
            onPress={() => dialog.current?.close()}
          >
            <X size={18} strokeWidth={1.75} aria-hidden />
          </Button>
        </header>
        <div className="dialog-body">
          {refused && (
            <p className="notice notice-refused" role="alert">
              {refused}
            </p>
          )}
          {children}
        </div>
        <footer className="dialog-foot">
          <Button kind="secondary" isDisabled={busy} onPress={() => dialog.current?.close()}>
            {action ? t.dialog.cancel : t.dialog.close}
          </Button>
          {action && (
            <Button
              kind={danger ? "danger" : "primary"}
              type="submit"
              isDisabled={!ready}
              busy={busy}
            >
              {action}
            </Button>
          )}
        </footer>
      </form>
    </dialog>
  );
}

// A line of words, or several, of a dialog.
export function Words({
  label,
  value,
  onChange,
  rows = 1,
  type = "text",
  required = false,
  autoComplete,
}: {
  label: string;
  value: string;
  onChange: (value: string) => void;
  rows?: number;
  type?: "text" | "date" | "datetime-local" | "password";
  required?: boolean;
  autoComplete?: string;
}) {
  const shared = {
    value,
    required,
    autoComplete,
    onChange: (event: { target: { value: string } }) => onChange(event.target.value),
  };
  return (
    <label className="field">
      <span className="field-label">{label}</span>
      {rows > 1 ? <textarea rows={rows} {...shared} /> : <input type={type} {...shared} />}
    </label>
  );
}
