import { useState } from "react";
import { body, door } from "../api/client";
import { useWords } from "../i18n";
import { Dialog, Words } from "../ui/Dialog";
import { QrCode } from "../ui/QrCode";

interface Begun {
  uri: string;
  secret: string;
  password: string;
}

// Gives somebody an authenticator app as a second factor, before signing in or later: the password, the app's code, and the
// recovery codes, which are shown once.
export default function SetUpFactor({
  login,
  password,
  onDone,
  onClose,
}: {
  login: string;
  // Asked for where it is not known.
  password?: string;
  onDone: () => void;
  onClose: () => void;
}) {
  const [begun, setBegun] = useState<Begun | null>(null);
  const [codes, setCodes] = useState<string[] | null>(null);
  if (codes) return <Recovery codes={codes} onClose={onClose} />;
  if (begun) {
    return (
      <Confirm
        login={login}
        begun={begun}
        onConfirmed={(told) => {
          setCodes(told);
          onDone();
        }}
        onClose={onClose}
      />
    );
  }
  return <Begin login={login} password={password} onBegun={setBegun} onClose={onClose} />;
}

function Begin({
  login,
  password,
  onBegun,
  onClose,
}: {
  login: string;
  password: string | undefined;
  onBegun: (begun: Begun) => void;
  onClose: () => void;
}) {
  const { t } = useWords();
  const [typed, setTyped] = useState("");
  const known = password ?? typed;
  return (
    <Dialog
      title={t.account.setUpFactor}
      action={t.account.next}
      ready={known !== ""}
      goesOn
      onSubmit={async () => {
        const told = await body(
          door.POST("/v1/second-factor", { body: { login, password: known } }),
        );
        onBegun({ uri: told.uri, secret: told.secret, password: known });
      }}
      onClose={onClose}
    >
      {password === undefined ? (
        <Words
          label={t.account.password}
          type="password"
          autoComplete="current-password"
          value={typed}
          onChange={setTyped}
          required
        />
      ) : (
        <p>{t.account.factorAsks}</p>
      )}
    </Dialog>
  );
}

// As people type it.
const inFours = (key: string) => key.replace(/(.{4})(?=.)/g, "$1 ");

function Confirm({
  login,
  begun,
  onConfirmed,
  onClose,
}: {
  login: string;
  begun: Begun;
  onConfirmed: (codes: string[]) => void;
  onClose: () => void;
}) {
  const { t } = useWords();
  const [code, setCode] = useState("");
  return (
    <Dialog
      title={t.account.setUpFactor}
      action={t.account.setUpFactor}
      ready={/^\d{6}$/.test(code.trim())}
      goesOn
      onSubmit={async () => {
        const { password } = begun;
        const told = await body(
          door.POST("/v1/second-factor/confirmation", {
            body: { login, password, code: code.trim() },
          }),
        );
        onConfirmed(told.recovery_codes);
      }}
      onClose={onClose}
    >
      <ol className="consequences">
        {t.account.factorSteps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <div className="invitation">
        <QrCode text={begun.uri} label={t.account.factorPicture} />
        <div>
          <p className="figure-label">{t.account.factorKey}</p>
          <code className="invitation-key">{inFours(begun.secret)}</code>
        </div>
      </div>
      <Words
        label={t.account.factorCode}
        value={code}
        onChange={setCode}
        autoComplete="one-time-code"
        required
      />
    </Dialog>
  );
}

function Recovery({ codes, onClose }: { codes: string[]; onClose: () => void }) {
  const { t } = useWords();
  return (
    <Dialog title={t.account.recoveryCodes} onClose={onClose}>
      <p>{t.account.recoveryMeans}</p>
      <ul className="recovery-codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
