// One Chromium for a test program, and what every page of the console is held to: nothing in the browser's console, nothing asked of
// another origin, no finding of axe.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { chromium } from "playwright-core";
import { passwordOf } from "./company.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

export const sizes = {
  wide: { width: 1440, height: 900 },
  tablet: { width: 820, height: 1180 },
  phone: { width: 390, height: 844 },
};

export class Browser {
  static async start() {
    const browser = new Browser();
    browser.chromium = await chromium.launch({
      executablePath: process.env.FIELDBOOK_CHROMIUM ?? "/usr/bin/chromium",
      args: [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
      ],
    });
    return browser;
  }

  // Somebody at a screen; `objections` fills with whatever a page should not have done.
  async seat(url, { size = "wide", language = "zh", theme = "light" } = {}) {
    const context = await this.chromium.newContext({
      viewport: sizes[size],
      ignoreHTTPSErrors: true,
      locale: language === "zh" ? "zh-CN" : "en-GB",
      timezoneId: "Asia/Shanghai",
      colorScheme: theme,
      reducedMotion: "reduce",
    });
    // Only this test's server, in the context that axe runs in as well.
    await context.addInitScript(
      ([preferences]) => localStorage.setItem("fieldbook.preferences", preferences),
      [JSON.stringify({ language, theme })],
    );
    const page = await context.newPage();
    return new Seat(context, page, url);
  }

  async stop() {
    await this.chromium.close();
  }
}

class Seat {
  constructor(context, page, url) {
    this.context = context;
    this.page = page;
    this.url = url;
    this.objections = [];
    this.unanswered = new Set();
    this.whenAnswered = () => {};
    page.setDefaultTimeout(60_000);
    page.on("request", (request) => this.unanswered.add(request));
    for (const end of ["requestfinished", "requestfailed"]) {
      page.on(end, (request) => {
        this.unanswered.delete(request);
        if (this.unanswered.size === 0) this.whenAnswered();
      });
    }
    page.on("console", (message) => {
      if (message.type() === "error" || message.type() === "warning") {
        this.objections.push(`console: ${message.text()} ${message.location().url}`);
      }
    });
    page.on("pageerror", (error) => this.objections.push(`exception: ${error.stack}`));
    page.on("request", (request) => {
      if (!request.url().startsWith(url) && !request.url().startsWith(url.replace("https", "wss"))) {
        this.objections.push(`asked another origin: ${request.url()}`);
      }
    });
  }

  async signIn(login) {
    await this.page.goto(this.url + "/");
    await this.page.getByRole("textbox").first().fill(login);
    await this.page.locator("input[type=password]").fill(passwordOf(login));
    await this.page.locator("button[type=submit]").click();
    await this.page.locator(".sidebar").waitFor({ state: "attached" });
    await this.settled();
  }

  // What the API answers to the person at this seat; the answer must be a good one.
  async ask(path, question) {
    const session = await (await this.context.request.get(this.url + "/v1/session")).json();
    const reply = await this.context.request.post(this.url + path, {
      data: question,
      headers: { "X-CSRF-Token": session.csrf },
    });
    assert.equal(reply.status(), 200, await reply.text());
    return reply.json();
  }

  async open(path) {
    await this.page.goto(this.url + path);
    await this.settled();
  }

  // Nothing is being loaded any more.
  async settled() {
    await this.page.locator(".page").waitFor({ state: "attached" });
    await this.page.waitForFunction(() => !document.querySelector(".state-loading"));
    await this.page.evaluate(() => document.fonts.ready);
  }

  // Whatever the page asks by now has its answer.
  async answered() {
    await this.page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0))));
    await new Promise((done) => {
      this.whenAnswered = done;
      if (this.unanswered.size === 0) done();
    });
  }

  // Runs axe over what stands on the screen; every finding in words.
  async findings() {
    // Through the protocol, which the page's Content-Security-Policy does not hold back.
    await this.page.evaluate(axe);
    const result = await this.page.evaluate(() =>
      globalThis.axe.run(document, {
        resultTypes: ["violations"],
        runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
      }),
    );
    return result.violations.map(
      (violation) =>
        `${violation.id}: ${violation.help}: ${violation.nodes.map((node) => node.target.join(" ")).join("; ")}`,
    );
  }

  async expectInOrder(where) {
    const findings = await this.findings();
    assert.deepEqual(findings, [], `axe at ${where}`);
    assert.deepEqual(this.objections, [], `at ${where}`);
    const overflow = await this.page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    assert.ok(overflow <= 0, `${where} is ${overflow} pixels wider than the screen`);
  }

  async leave() {
    await this.context.close();
  }
}
