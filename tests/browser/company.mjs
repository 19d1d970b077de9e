// A server with the demonstration company, for one test program: its own data folder, any free port, over TLS.
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const bin = process.env.FIELDBOOK_BIN ?? new URL("../../build/bin", import.meta.url).pathname;
const program = join(bin, "fieldbookd");
// Everybody's in the demonstration company, and that of the people whom a test adds.
const demonstration = "fieldbook";
const password = "four words in a row";
const added = new Set();
export const passwordOf = (login) => (added.has(login) ? password : demonstration);

function run(file, words, input = "") {
  const done = spawnSync(file, words, {
    input,
    encoding: "utf8",
    env: { ...process.env, FIELDBOOK_PASSWORD: password },
  });
  if (done.status !== 0) throw new Error(`${file} ${words.join(" ")}: ${done.stderr || done.error}`);
  return done.stdout;
}

export class Company {
  // With settings of its own, as variables of the server's environment.
  static async start(settings = {}) {
    const company = new Company();
    company.settings = settings;
    company.command("demo", "--customers", process.env.FIELDBOOK_CUSTOMERS ?? "120");
    added.add("ban");
    company.command(
      "user", "add", "ban", "--name", "班婕", "--role", "board_administrator", "--team", "华东区", "--password",
    );
    return company.started();
  }

  // A company of an administrator and these people, each with login, name and role, that is no demonstration: there a second factor is never asked for.
  static async startWith(people, settings = {}) {
    const company = new Company();
    company.settings = settings;
    added.add("admin");
    company.command("init", "--company", "Northwind", "--currency", "USD", "--zone", "UTC");
    for (const [login, name, role] of people) {
      added.add(login);
      company.command("user", "add", login, "--name", name, "--role", role, "--password");
    }
    return company.started();
  }

  // The company of the sample files; Andrew, its executive, signs in with the password of all.
  static async startNorthwind(files, mapping) {
    const company = new Company();
    company.command("init", "--company", "Northwind", "--currency", "USD", "--zone", "UTC");
    company.command("import", "--mapping", mapping, files);
    added.add("andrew");
    company.command("user", "password", "andrew");
    return company.started();
  }

  async started() {
    try {
      await this.serve();
      return this;
    } catch (error) {
      await this.stop();
      throw error;
    }
  }

  constructor() {
    this.folder = mkdtempSync(join(tmpdir(), "fieldbook-browser-"));
    this.data = join(this.folder, "data");
    this.key = join(this.folder, "key.pem");
    this.certificate = join(this.folder, "certificate.pem");
    run("openssl", [
      "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2", "-subj",
      "/CN=localhost", "-addext", "subjectAltName=DNS:localhost", "-keyout", this.key, "-out", this.certificate,
    ]);
  }

  // An administration command, beside the running server or before it.
  command(...words) {
    return run(program, ["--data", this.data, "--lang", "en", ...words]);
  }

  async serve() {
    this.server = spawn(
      program,
      [
        "--data", this.data, "serve", "--port", "0", "--server-certificate", this.certificate,
        "--server-certificate-key", this.key,
      ],
      { stdio: ["ignore", "pipe", "pipe"], env: { ...process.env, ...this.settings } },
    );
    this.log = "";
    this.server.stderr.on("data", (text) => (this.log += text));
    this.url = await new Promise((resolve, reject) => {
      let told = "";
      this.server.stdout.on("data", (text) => {
        told += text;
        const port = /https:\/\/[^\s]*:(\d+)/.exec(told)?.[1];
        if (port) resolve(`https://localhost:${port}`);
      });
      this.server.once("exit", () => reject(new Error(`fieldbookd ended: ${this.log}`)));
    });
  }

  async stop() {
    if (this.server && this.server.exitCode === null) {
      const ended = new Promise((resolve) => this.server.once("exit", resolve));
      this.server.kill("SIGTERM");
      await ended;
    }
    rmSync(this.folder, { recursive: true, force: true });
  }
}
