import { type ReactNode, useEffect, useId, useRef } from "react";
import { useWords } from "../i18n";
import { Button } from "./Button";
import { X } from "./icons";
import "./Drawer.css";

// One of a list, beside the list; where there is no room for both, in its place. It takes the keyboard when it opens, and leaves it
// where the list was left. Escape closes it, also when the keyboard is nowhere because the button that had it went with a former
// state.
export function Drawer({
  name,
  line,
  foot,
  onClose,
  children,
}: {
  name: string;
  line?: ReactNode;
  foot?: ReactNode;
  onClose: () => void;
  children: ReactNode;
}) {
  const { t } = useWords();
  const heading = useId();
  const title = useRef<HTMLHeadingElement>(null);
  const drawer = useRef<HTMLElement>(null);
  useEffect(() => {
    title.current?.focus();
    return () => void requestAnimationFrame(backToList);
  }, []);
  useEffect(() => {
    const listen = ({ key }: KeyboardEvent) => {
      const at = document.activeElement;
      const here = at === document.body || drawer.current?.contains(at);
      // A dialog above it closes by itself.
      if (key === "Escape" && here && !at?.closest("dialog")) onClose();
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, [onClose]);
  return (
    <aside ref={drawer} className="drawer" aria-labelledby={heading}>
      <header className="drawer-head">
        <div>
          <h2 id={heading} ref={title} tabIndex={-1}>
            {name}
          </h2>
          {line && <p>{line}</p>}
        </div>
        <Button kind="icon" aria-label={t.dialog.close} onPress={onClose}>
          <X size={20} strokeWidth={1.75} aria-hidden />
        </Button>
      </header>
      <div className="drawer-body" tabIndex={0} role="group" aria-labelledby={heading}>
        {children}
      </div>
      {foot && <footer className="drawer-foot">{foot}</footer>}
    </aside>
  );
}

function backToList() {
  if (document.activeElement !== document.body) return;
  document.querySelector<HTMLElement>('.long-row[tabindex="0"]')?.focus();
}
