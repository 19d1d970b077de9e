// A tablet without a screen beside the browser (client/tablet), signed in to a test's company.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { passwordOf } from "./company.mjs";

const bin = process.env.FIELDBOOK_BIN ?? new URL("../../build/bin", import.meta.url).pathname;

export class Tablet {
  // With a code where the company asks for one.
  constructor(company, login, code) {
    this.company = company;
    this.folder = mkdtempSync(join(tmpdir(), "fieldbook-tablet-"));
    this.login = login;
    this.password = passwordOf(login);
    this.signIn(...(code ? ["--enrol", code] : []));
  }

  signIn(...words) {
    return this.command("--server", this.company.url, "sign-in", this.login, ...words);
  }

  static synced(company, login) {
    const tablet = new Tablet(company, login);
    tablet.command("sync");
    return tablet;
  }

  // What the program answers, of its last line.
  command(...words) {
    const done = spawnSync(
      join(bin, "fieldbook-tablet"),
      ["--folder", this.folder, "--authority", this.company.certificate, "--lang", "en", "--json", ...words],
      {
        encoding: "utf8",
        env: { ...process.env, FIELDBOOK_PASSWORD: this.password, FIELDBOOK_PIN: "482915" },
      },
    );
    if (done.status !== 0) {
      throw new Error(`fieldbook-tablet ${words.join(" ")}: ${done.stdout}${done.stderr || done.error || ""}`);
    }
    const lines = done.stdout.trim().split("\n");
    return lines.at(-1) ? JSON.parse(lines.at(-1)) : null;
  }

  // The code of the refusal that a command meets.
  refusal(...words) {
    try {
      this.command(...words);
    } catch (error) {
      return /"code":"([a-z_.]+)"/.exec(String(error))?.[1] ?? String(error);
    }
    return "";
  }

  end() {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
