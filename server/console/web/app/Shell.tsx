import { useQueryClient } from "@tanstack/react-query";
import { BookOpenText, LogOut, Menu, X } from "../ui/icons";
import { Suspense, useEffect, useState } from "react";
import { Link, Redirect, Route, Switch, useLocation } from "wouter";
import { Live } from "../api/live";
import { useWords } from "../i18n";
import { useFormat } from "../i18n/format";
import { Button } from "../ui/Button";
import { Empty, Loading } from "../ui/States";
import { askAgain } from "./askAgain";
import { Initial } from "./Initial";
import { LanguageAndTheme } from "./LanguageAndTheme";
import { LiveContext, type LiveState } from "./Page";
import { Account, sectionsFor } from "./sections";
import { askWhoIsThere, useMe } from "./session";
import "./Shell.css";

// Reports are asked for again at most this often, however much is synced: a figure moves within a second, and a busy morning does
// not become a busy server.
const pokePause = 400;

const accountPath = "/app/account";

export function Shell({ leave }: { leave: () => void }) {
  const { t } = useWords();
  const me = useMe();
  const mine = sectionsFor(me);
  const [location] = useLocation();
  const [menuOpen, setMenuOpen] = useState(false);
  const live = useLive();
  useEffect(() => setMenuOpen(false), [location]);

  return (
    <LiveContext.Provider value={live}>
      <a className="skip" href="#content">
        {t.shell.skip}
      </a>
      <div className={`shell ${menuOpen ? "shell-menu-open" : ""}`}>
        <header className="phone-bar">
          <Button
            kind="spine"
            aria-label={menuOpen ? t.shell.closeMenu : t.shell.openMenu}
            aria-expanded={menuOpen}
            onPress={() => setMenuOpen(!menuOpen)}
          >
            {menuOpen ? <X size={22} strokeWidth={1.75} /> : <Menu size={22} strokeWidth={1.75} />}
          </Button>
          <span className="phone-bar-name">{t.product}</span>
        </header>
        <Sidebar leave={leave} />
        <main id="content" className="content" tabIndex={-1}>
          <Suspense fallback={<Loading rows={6} />}>
            <Switch>
              {mine.map((section) => (
                <Route
                  key={section.path}
                  path={`/app/${section.path}/*?`}
                  component={section.page}
                />
              ))}
              <Route path={accountPath} component={Account} />
              <Route path="/">
                {mine[0] ? <Redirect to={`/app/${mine[0].path}`} replace /> : <Nothing />}
              </Route>
              <Route>
                <Nothing />
              </Route>
            </Switch>
          </Suspense>
        </main>
      </div>
    </LiveContext.Provider>
  );
}

function Nothing() {
  const { t } = useWords();
  return <Empty line={t.shell.nothingHere} />;
}

function Sidebar({ leave }: { leave: () => void }) {
  const { t } = useWords();
  const me = useMe();
  const format = useFormat();
  const [location] = useLocation();
  const mine = sectionsFor(me);
  return (
    <aside className="sidebar" aria-label={t.shell.sidebar}>
      <div className="brand">
        <span className="brand-sign" aria-hidden="true">
          <BookOpenText size={18} strokeWidth={1.75} />
        </span>
        <span className="sidebar-words">
          <strong>{t.product}</strong>
          <span>{me.company}</span>
        </span>
      </div>
      <nav aria-label={t.shell.sections}>
        {(["business", "administration"] as const).map((group) => {
          const links = mine.filter((section) => section.group === group);
          return links.length === 0 ? null : (
            <ul key={group}>
              {links.map(({ path, icon: Icon }) => {
                const here = location === `/app/${path}` || location.startsWith(`/app/${path}/`);
                return (
                  <li key={path}>
                    <Link
                      href={`/app/${path}`}
                      className="sidebar-link"
                      aria-current={here ? "page" : undefined}
                      title={t.sections[path]}
                    >
                      <Icon size={20} strokeWidth={1.75} aria-hidden />
                      <span className="sidebar-words">{t.sections[path]}</span>
                    </Link>
                  </li>
                );
              })}
            </ul>
          );
        })}
      </nav>
      <div className="sidebar-foot">
        <LanguageAndTheme kind="spine" />
        <div className="sidebar-me">
          <Link
            href={accountPath}
            className="sidebar-account"
            aria-current={location === accountPath ? "page" : undefined}
            title={t.account.title}
          >
            <Initial name={me.user.name} />
            <span className="sidebar-words">
              <strong>{me.user.name}</strong>
              <span>{format.choice("user", "role", me.user.role)}</span>
            </span>
          </Link>
          <Button kind="spine" aria-label={t.shell.signOut} onPress={leave}>
            <LogOut size={18} strokeWidth={1.75} aria-hidden />
          </Button>
        </div>
      </div>
    </aside>
  );
}

// Whether the server tells us of changes, and since when what is shown holds.
function useLive(): LiveState {
  const client = useQueryClient();
  const [state, setState] = useState<LiveState>({ connected: false, at: new Date() });
  useEffect(() => {
    let timer: number | undefined;
    let open = false;
    // What was asked before the connection may have changed before it: the page is live once all of it was asked anew.
    const refresh = async () => {
      timer = undefined;
      const at = new Date();
      await askAgain(client);
      setState({ connected: open, at });
    };
    const live = new Live(
      () => {
        timer ??= window.setTimeout(() => void refresh(), pokePause);
      },
      (connected) => {
        open = connected;
        if (!open) setState((former) => ({ ...former, connected: false }));
      },
      async () => {
        const me = await askWhoIsThere();
        if (!me) client.setQueryData(["me"], null);
        return me !== null;
      },
    );
    return () => {
      live.stop();
      window.clearTimeout(timer);
    };
  }, [client]);
  return state;
}
