import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api, body } from "../../api/client";
import type { Person } from "../../api/records";
import { askAgain } from "../../app/askAgain";
import { useWords } from "../../i18n";
import { useFormat } from "../../i18n/format";
import { Dialog, Words } from "../../ui/Dialog";
import { isBehind, whatWaits, type Command, type Device } from "./standing";

// What shuts somebody out has a reason, which stays with the device and in the trail.
const needReason: Command[] = ["lock", "revoke", "wipe"];

// Orders something of a device, after saying what follows from it. What cannot be taken back asks for the tablet's code, so that
// it is this tablet and no other.
export function OrderDevice({
  device,
  user,
  command,
  onClose,
}: {
  device: Device;
  user: Person | undefined;
  command: Command;
  onClose: () => void;
}) {
  const { t } = useWords();
  const format = useFormat();
  const client = useQueryClient();
  const [reason, setReason] = useState("");
  const [typed, setTyped] = useState("");
  const words = t.devices.commands[command];
  const final = command === "wipe";
  const submit = async () => {
    const params = { path: { device: String(device.device) } };
    await body(
      api.POST("/v1/devices/{device}/commands", {
        params,
        body: { command, ...(reason.trim() && { reason: reason.trim() }) },
      }),
    );
    await askAgain(client);
  };
  return (
    <Dialog
      title={`${words.title} · ${user?.name ?? ""} ${device.code}`}
      action={words.title}
      danger={command === "revoke" || final}
      ready={
        (!needReason.includes(command) || reason.trim() !== "") &&
        (!final || typed.trim().toUpperCase() === device.code.toUpperCase())
      }
      onSubmit={submit}
      onClose={onClose}
    >
      <ul className="consequences">
        {words.means.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {isBehind(device) && command !== "approve" && (
        <p className="notice notice-waiting">
          {t.devices.stillWaits(whatWaits(t, format, device), format.moment(device.last_seen))}
        </p>
      )}
      {command !== "approve" && (
        <Words
          label={t.acts.reason}
          value={reason}
          onChange={setReason}
          required={needReason.includes(command)}
        />
      )}
      {final && (
        <Words label={t.devices.typeCode(device.code)} value={typed} onChange={setTyped} required />
      )}
    </Dialog>
  );
}
