import { CloudOff } from "../ui/icons";
import { createContext, type ReactNode, useContext, useEffect } from "react";
import { useWords } from "../i18n";
import { useFormat } from "../i18n/format";

export interface LiveState {
  connected: boolean;
  at: Date;
}
export const LiveContext = createContext<LiveState>({ connected: false, at: new Date() });

// What every page stands in: its title, a line beside it, its actions, and how fresh it is.
export function Page({
  title,
  line,
  actions,
  children,
}: {
  title: string;
  line?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}) {
  const { t } = useWords();
  useEffect(() => {
    document.title = `${title} – ${t.product}`;
  }, [title, t]);
  return (
    <>
      <header className="page-bar">
        <div className="page-title">
          <h1>{title}</h1>
          {line && <p>{line}</p>}
        </div>
        <div className="page-actions">
          <Freshness />
          {actions}
        </div>
      </header>
      <div className="page">{children}</div>
    </>
  );
}

function Freshness() {
  const { t } = useWords();
  const format = useFormat();
  const { connected, at } = useContext(LiveContext);
  return (
    <span className={`freshness ${connected ? "" : "freshness-off"}`} role="status">
      {connected ? <span className="dot" aria-hidden="true" /> : <CloudOff size={14} aria-hidden />}
      {connected ? t.shell.live(format.clock(at)) : t.shell.notLive(format.clock(at))}
    </span>
  );
}
