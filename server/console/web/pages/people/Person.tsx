import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Sessions } from "../../acts/Sessions";
import { api, body } from "../../api/client";
import { textOf, usePeople, useRecord, useTeams, type Row } from "../../api/records";
import { askAgain } from "../../app/askAgain";
import { RecordPage } from "../../app/RecordPage";
import { sectionsFor } from "../../app/sections";
import { useMe } from "../../app/session";
import { useWords } from "../../i18n";
import { useFormat } from "../../i18n/format";
import { Button } from "../../ui/Button";
import { Card } from "../../ui/Card";
import { Dialog } from "../../ui/Dialog";
import { Facts } from "../../ui/Facts";
import { KeyRound } from "../../ui/icons";
import { TabletsOf } from "../devices/TabletsOf";

const shownFields = [
  "status",
  "login",
  "role",
  "title",
  "team",
  "manager",
  "phone",
  "email",
  "created_at",
];

// One person: who it is, and for administrators where he or she is signed in and on which tablets.
export function Person({ id }: { id: string }) {
  const { t } = useWords();
  const format = useFormat();
  const me = useMe();
  const record = useRecord("user", id);
  const names = Object.fromEntries(
    [...usePeople(), ...useTeams()].map((known) => [known.id, known.name]),
  );
  const [resetting, setResetting] = useState(false);
  const seesTablets = sectionsFor(me).some(({ path }) => path === "devices");
  return (
    <RecordPage
      of={record}
      named="name"
      section={t.sections.people}
      line={record.data && format.choice("user", "role", textOf(record.data, "role"))}
      back={{ href: "/app/people", label: t.people.back }}
    >
      {(user) => (
        <>
          {me.may.administer && id !== me.user.id && (
            <div className="acts">
              <Button onPress={() => setResetting(true)}>
                <KeyRound size={18} strokeWidth={1.75} aria-hidden />
                {t.people.resetFactor}
              </Button>
            </div>
          )}
          <div className="person">
            <Card title={t.account.about}>
              <dl className="facts">
                <Facts type="user" row={user} fields={shownFields} names={names} />
              </dl>
            </Card>
            <div className="grid">
              {me.may.administer && <Sessions user={id} />}
              {seesTablets && <TabletsOf user={id} />}
            </div>
          </div>
          {resetting && <ResetFactor user={user} onClose={() => setResetting(false)} />}
        </>
      )}
    </RecordPage>
  );
}

function ResetFactor({ user, onClose }: { user: Row; onClose: () => void }) {
  const { t } = useWords();
  const client = useQueryClient();
  const submit = async () => {
    const params = { path: { id: user.id } };
    await body(api.DELETE("/v1/users/{id}/second-factor", { params }));
    await askAgain(client);
  };
  return (
    <Dialog
      title={t.people.resetFactor}
      action={t.people.resetFactor}
      danger
      onSubmit={submit}
      onClose={onClose}
    >
      <p>{t.people.resetFactorMeans(textOf(user, "name"))}</p>
    </Dialog>
  );
}
