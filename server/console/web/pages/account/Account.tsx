import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Sessions } from "../../acts/Sessions";
import { api, body } from "../../api/client";
import { usePeople, useTeams } from "../../api/records";
import { Page } from "../../app/Page";
import SetUpFactor from "../../app/SetUpFactor";
import { useMe } from "../../app/session";
import { useWords } from "../../i18n";
import { useFormat } from "../../i18n/format";
import { Button } from "../../ui/Button";
import { Card } from "../../ui/Card";
import { Dialog, Words } from "../../ui/Dialog";
import { KeyRound, ShieldCheck } from "../../ui/icons";
import { TabletsOf } from "../devices/TabletsOf";

// One's own account: who one is here, where one is signed in, one's tablets, and the password.
export default function Account() {
  const { t } = useWords();
  const format = useFormat();
  const me = useMe();
  const teams = useTeams();
  const people = usePeople();
  const client = useQueryClient();
  const [changing, setChanging] = useState(false);
  const [settingUp, setSettingUp] = useState(false);
  const { user, second_factor: factor } = me;
  const facts = [
    [format.field("user", "login"), user.login],
    [format.field("user", "role"), format.choice("user", "role", user.role)],
    [format.field("user", "team"), teams.find(({ id }) => id === user.team)?.name],
    [format.field("user", "manager"), people.find(({ id }) => id === user.manager)?.name],
    [
      t.account.factor,
      factor.enrolled
        ? t.account.factorOn(format.number(factor.recovery_codes_left))
        : t.account.factorOff,
    ],
  ] as const;
  return (
    <Page title={user.name} line={t.account.title}>
      <div className="acts">
        <Button onPress={() => setChanging(true)}>
          <KeyRound size={18} strokeWidth={1.75} aria-hidden />
          {t.account.changePassword}
        </Button>
        {!factor.enrolled && (
          <Button onPress={() => setSettingUp(true)}>
            <ShieldCheck size={18} strokeWidth={1.75} aria-hidden />
            {t.account.setUpFactor}
          </Button>
        )}
      </div>
      <div className="person">
        <Card title={t.account.about}>
          <dl className="facts">
            {facts
              .filter(([, value]) => value)
              .map(([name, value]) => (
                <div key={name}>
                  <dt>{name}</dt>
                  <dd>{value}</dd>
                </div>
              ))}
          </dl>
        </Card>
        <div className="grid">
          <Sessions />
          <TabletsOf user={user.id} />
        </div>
      </div>
      {settingUp && (
        <SetUpFactor
          login={user.login}
          onDone={() => void client.refetchQueries({ queryKey: ["me"] })}
          onClose={() => setSettingUp(false)}
        />
      )}
      {changing && <ChangePassword onClose={() => setChanging(false)} />}
    </Page>
  );
}

function ChangePassword({ onClose }: { onClose: () => void }) {
  const { t } = useWords();
  const [current, setCurrent] = useState("");
  const [password, setPassword] = useState("");
  const [again, setAgain] = useState("");
  const client = useQueryClient();
  const submit = async () => {
    await body(api.PUT("/v1/me/password", { body: { current, password } }));
    // The other ones ended with the former password.
    await client.invalidateQueries({ queryKey: ["sessions"] });
  };
  const differs = again !== "" && again !== password;
  return (
    <Dialog
      title={t.account.changePassword}
      action={t.account.changePassword}
      ready={current !== "" && password !== "" && again === password}
      onSubmit={submit}
      onClose={onClose}
    >
      <p>{t.account.passwordMeans}</p>
      <Password
        label={t.account.currentPassword}
        autoComplete="current-password"
        value={current}
        onChange={setCurrent}
      />
      <Password
        label={t.account.newPassword}
        autoComplete="new-password"
        value={password}
        onChange={setPassword}
      />
      <Password
        label={t.account.newPasswordAgain}
        autoComplete="new-password"
        value={again}
        onChange={setAgain}
      />
      {differs && (
        <p className="notice notice-refused" role="status">
          {t.account.passwordsDiffer}
        </p>
      )}
    </Dialog>
  );
}

function Password(field: {
  label: string;
  autoComplete: string;
  value: string;
  onChange: (value: string) => void;
}) {
  return <Words {...field} type="password" required />;
}
