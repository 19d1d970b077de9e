// What people do about their own accounts and administrators about everybody's: sessions, passwords, authenticator apps.
import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { after, afterEach, before, test } from "node:test";
import { Browser } from "./browser.mjs";
import { Company, passwordOf } from "./company.mjs";
import { Tablet } from "./tablet.mjs";

let company;
let browser;
const seats = [];
const tablets = [];
before(async () => {
  company = await Company.startWith(
    [
      ["andrew", "Andrew Fuller", "executive"],
      ["nancy", "Nancy Davolio", "manager"],
      ["janet", "Janet Leverling", "salesperson"],
      ["margaret", "Margaret Peacock", "salesperson"],
    ],
    { FIELDBOOK_SECOND_FACTOR_ROLES: "executive" },
  );
  browser = await Browser.start();
});
after(async () => {
  await browser?.stop();
  await company?.stop();
});
afterEach(async () => {
  for (const seat of seats.splice(0)) await seat.leave();
  for (const tablet of tablets.splice(0)) tablet.end();
});

async function stand(look = { language: "en" }) {
  const seat = await browser.seat(company.url, look);
  seats.push(seat);
  return seat;
}
async function sit(login, look) {
  const seat = await stand(look);
  await seat.signIn(login);
  return seat;
}

const dialog = (seat) => seat.page.getByRole("dialog");
const press = (seat, name) => seat.page.getByRole("button", { name, exact: true }).click();
async function confirm(seat, name) {
  await dialog(seat).getByRole("button", { name, exact: true }).click();
  await dialog(seat).waitFor({ state: "detached" });
}

// What an authenticator app shows (RFC 6238).
function codeOf(secret) {
  const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  const bits = [...secret.replace(/[^A-Z2-7]/g, "")].map((each) => alphabet.indexOf(each).toString(2).padStart(5, "0"));
  const bytes = bits.join("").match(/.{8}/g).map((byte) => parseInt(byte, 2));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
  const digest = createHmac("sha1", Buffer.from(bytes)).update(counter).digest();
  const number = digest.readUInt32BE(digest.at(-1) & 15) & 0x7fffffff;
  return String(number % 1_000_000).padStart(6, "0");
}

// The dialogs from the picture to the recovery codes, which it returns.
async function setUp(seat) {
  await dialog(seat).getByRole("img", { name: /picture for the authenticator app/ }).waitFor();
  assert.deepEqual(await seat.findings(), [], "the dialog of an authenticator app");
  const secret = await dialog(seat).locator(".invitation-key").innerText();
  await dialog(seat).getByLabel("Code of the app").fill(codeOf(secret));
  await dialog(seat).getByRole("button", { name: "Set up an authenticator app" }).click();
  await dialog(seat).getByRole("heading", { name: "Recovery codes" }).waitFor();
  assert.deepEqual(await seat.findings(), [], "the recovery codes");
  const codes = await dialog(seat).locator(".recovery-codes code").allInnerTexts();
  assert.equal(codes.length, 8);
  await dialog(seat).getByRole("button", { name: "Close" }).last().click();
  await dialog(seat).waitFor({ state: "detached" });
  return codes;
}

test("whose role needs a second factor sets it up at the sign-in and comes in with it", async () => {
  const seat = await stand();
  await seat.page.goto(company.url + "/");
  await seat.page.getByLabel("Sign-in name").fill("andrew");
  await seat.page.locator("input[type=password]").fill(passwordOf("andrew"));
  await press(seat, "Sign in");
  await press(seat, "Set up an authenticator app");
  await press(seat, "Next");
  const [code] = await setUp(seat);
  await seat.page.getByLabel("Code of the authenticator app, or a recovery code").fill(code);
  await press(seat, "Sign in");
  await seat.page.locator(".sidebar").waitFor();
  await seat.open("/app/account");
  await seat.page.getByText("In use, 7 recovery codes left").waitFor();
});

test("an authenticator app is set up in one's account and taken away by an administrator", async () => {
  const seat = await sit("margaret");
  await seat.open("/app/account");
  await press(seat, "Set up an authenticator app");
  await dialog(seat).getByLabel("Password").fill("not the one");
  await press(seat, "Next");
  await dialog(seat).getByRole("alert").waitFor();
  await dialog(seat).getByLabel("Password").fill(passwordOf("margaret"));
  await press(seat, "Next");
  await setUp(seat);
  await seat.page.getByText("In use, 8 recovery codes left").waitFor();

  const it = await sit("admin");
  const { me } = await (await seat.context.request.get(company.url + "/v1/session")).json();
  await it.open(`/app/people/${me.user.id}`);
  await press(it, "Take the authenticator away");
  await it.expectInOrder("the dialog of taking an authenticator away");
  await confirm(it, "Take the authenticator away");
  await seat.open("/app/account");
  await seat.page.getByText("Not set up").waitFor();
  assert.deepEqual(it.objections, []);
});

test("a session is ended by its owner, and the page there asks for a sign-in", async () => {
  const here = await sit("nancy");
  const there = await sit("nancy");
  await there.page.locator(".freshness:not(.freshness-off)").waitFor();
  await here.open("/app/account");
  const sessions = here.page.getByRole("group", { name: "Signed in on" });
  await sessions.getByText("Here", { exact: true }).waitFor();
  const { device_code: code } = await (await there.context.request.get(company.url + "/v1/me")).json();
  const end = sessions.getByRole("button", { name: new RegExp(`^End: .*${code}$`) });
  await end.click();
  await here.expectInOrder("the dialog of ending a session");
  await confirm(here, "End the session");
  await there.page.getByLabel("Sign-in name").waitFor();
  await end.waitFor({ state: "detached" });
  assert.deepEqual(here.objections, []);
});

test("an administrator ends a tablet's session on the page of its user", async () => {
  const tablet = Tablet.synced(company, "janet");
  tablets.push(tablet);
  const { device_code: code } = tablet.command("status");
  const seat = await sit("admin");
  const found = await seat.ask("/v1/records/user/query", {
    fields: ["login"],
    where: { field: "login", op: "is", values: ["janet"] },
  });
  await seat.open(`/app/people/${found.records[0].id}`);
  await seat.expectInOrder("the page of a person");
  await seat.page.getByRole("button", { name: new RegExp(`^End: .*${code}$`) }).click();
  await confirm(seat, "End the session");
  await seat.page.getByText("Signed in nowhere.").waitFor();
  assert.equal(tablet.refusal("sync"), "session.ended");
  assert.deepEqual(seat.objections, []);
});

test("a password is changed, and one that is too weak is refused with the reason", async () => {
  const seat = await sit("nancy");
  await seat.open("/app/account");
  const change = async (password) => {
    await dialog(seat).getByLabel("Password until now").fill("four words in a row");
    await dialog(seat).getByLabel("New password", { exact: true }).fill(password);
    await dialog(seat).getByLabel("New password once more").fill(password);
    await dialog(seat).getByRole("button", { name: "Change the password" }).click();
  };
  await press(seat, "Change the password");
  await change("short");
  await dialog(seat).getByRole("alert").waitFor();
  assert.deepEqual(await seat.findings(), []);
  await change("five other words in a row");
  await dialog(seat).waitFor({ state: "detached" });
  const reply = await seat.context.request.post(company.url + "/v1/sessions", {
    data: {
      login: "nancy",
      password: "five other words in a row",
      device: { id: "0b8f5c50-3b6e-4c29-9a51-0a6b7e1d2c3f" },
    },
  });
  assert.notEqual(reply.status(), 401, await reply.text());
});
