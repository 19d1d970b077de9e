import { BookOpenText } from "../ui/icons";
import { lazy, Suspense, useState, type FormEvent } from "react";
import { body, door, Problem } from "../api/client";
import { useWords } from "../i18n";
import { Button } from "../ui/Button";
import { Field } from "../ui/Field";
import { installId } from "./preferences";
import { LanguageAndTheme } from "./LanguageAndTheme";
import "./SignIn.css";

const SetUpFactor = lazy(() => import("./SetUpFactor"));

export function SignIn({ entered }: { entered: () => Promise<void> }) {
  const { t } = useWords();
  const [login, setLogin] = useState("");
  const [password, setPassword] = useState("");
  // Of the authenticator app; asked for once the server says that this account has one.
  const [code, setCode] = useState("");
  const [needsCode, setNeedsCode] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const [settingUp, setSettingUp] = useState(false);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setProblem(null);
    try {
      await body(
        door.POST("/v1/sessions", {
          body: {
            login,
            password,
            ...(code !== "" && { code }),
            cookie: true,
            device: { id: installId(), name: browserName() },
          },
        }),
      );
      await entered();
    } catch (error) {
      const told = error as Problem;
      setProblem(told);
      setCode("");
      if (told.code === "session.code_needed") setNeedsCode(true);
      else if (!needsCode && told.code !== "session.factor_needed") setPassword("");
      setBusy(false);
    }
  };

  return (
    <main className="sign-in">
      <form className="sign-in-card" onSubmit={(event) => void submit(event)}>
        <div className="sign-in-brand">
          <span className="brand-mark" aria-hidden="true">
            <BookOpenText size={22} strokeWidth={1.75} />
          </span>
          <h1>{t.product}</h1>
        </div>
        <p className="sign-in-for">{t.signIn.purpose}</p>
        {problem && (
          <p className="notice notice-refused" role="alert">
            {problem.sentence || t.states.unreachable}
          </p>
        )}
        <Field
          label={t.signIn.login}
          value={login}
          onChange={setLogin}
          autoComplete="username"
          autoFocus
          isRequired
        />
        <Field
          label={t.signIn.password}
          value={password}
          onChange={setPassword}
          type="password"
          autoComplete="current-password"
          isRequired
        />
        {needsCode && (
          <Field
            label={t.signIn.code}
            value={code}
            onChange={setCode}
            autoComplete="one-time-code"
            autoFocus
            isRequired
          />
        )}
        {problem?.code === "session.factor_needed" && (
          <Button kind="tint" size="large" onPress={() => setSettingUp(true)}>
            {t.account.setUpFactor}
          </Button>
        )}
        <Button kind="primary" size="large" type="submit" busy={busy}>
          {t.signIn.enter}
        </Button>
      </form>
      {settingUp && (
        <Suspense>
          <SetUpFactor
            login={login}
            password={password}
            onDone={() => {
              setProblem(null);
              setNeedsCode(true);
            }}
            onClose={() => setSettingUp(false)}
          />
        </Suspense>
      )}
      <LanguageAndTheme />
    </main>
  );
}

function browserName(): string {
  const agent = navigator.userAgent;
  const browser = /Edg\//.test(agent)
    ? "Edge"
    : /Firefox\//.test(agent)
      ? "Firefox"
      : /Chrome\//.test(agent)
        ? "Chrome"
        : /Safari\//.test(agent)
          ? "Safari"
          : "Browser";
  const system = /Windows/.test(agent)
    ? "Windows"
    : /Android/.test(agent)
      ? "Android"
      : /iPhone|iPad/.test(agent)
        ? "iOS"
        : /Mac OS/.test(agent)
          ? "macOS"
          : "Linux";
  return `${browser} · ${system}`;
}
