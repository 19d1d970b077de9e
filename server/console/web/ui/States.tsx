import { CircleAlert, Inbox } from "./icons";
import { type ReactNode, useEffect, useState } from "react";
import { Problem } from "../api/client";
import { useWords } from "../i18n";
import { Button } from "./Button";
import "./States.css";

// The four states of everything that is asked of the server: loading, failed, empty, content.
interface Asked<T> {
  data: T | undefined;
  error: Error | null;
  refetch: () => unknown;
}
export function Answer<T>({
  of,
  children,
  rows = 4,
}: {
  of: Asked<T>;
  children: (data: T) => ReactNode;
  rows?: number;
}) {
  if (of.data !== undefined) return children(of.data);
  if (of.error) {
    const problem = of.error instanceof Problem ? of.error : null;
    return (
      <Failed
        code={problem?.code ?? "page.failed"}
        sentence={problem?.sentence}
        again={() => void of.refetch()}
      />
    );
  }
  return <Loading rows={rows} />;
}

// Still bars, and only after a moment: what is quick should not flicker.
export function Loading({ rows = 4 }: { rows?: number }) {
  const { t } = useWords();
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = window.setTimeout(() => setLate(true), 150);
    return () => window.clearTimeout(timer);
  }, []);
  return (
    <div className="state-loading" role="status" aria-label={t.states.loading}>
      {late &&
        Array.from({ length: rows }, (_, index) => <span key={index} className="skeleton" />)}
    </div>
  );
}

export function Empty({ line, children }: { line: string; children?: ReactNode }) {
  return (
    <div className="state">
      <Inbox size={28} strokeWidth={1.5} aria-hidden />
      <p>{line}</p>
      {children}
    </div>
  );
}

export function Failed({
  code,
  sentence,
  again,
}: {
  code: string;
  sentence?: string;
  again: () => void;
}) {
  const { t } = useWords();
  return (
    <div className="state" role="alert">
      <CircleAlert size={28} strokeWidth={1.5} aria-hidden />
      <p>{sentence || (code === "network.unreachable" ? t.states.unreachable : t.states.failed)}</p>
      <p className="state-code">{code}</p>
      <Button onPress={again}>{t.states.again}</Button>
    </div>
  );
}
