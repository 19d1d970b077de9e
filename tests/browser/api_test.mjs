// The page for developers and for one's own calendar: what it says is the API document, and what it sends arrives.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Browser } from "./browser.mjs";
import { Company } from "./company.mjs";

let company;
let browser;
before(async () => {
  company = await Company.start();
  browser = await Browser.start();
});
after(async () => {
  await browser?.stop();
  await company?.stop();
});

// Presses a button, and in the dialog that asks once more, its action.
async function confirmed(seat, name, action = name) {
  await seat.page.getByRole("button", { name, exact: true }).click();
  const dialog = seat.page.getByRole("dialog");
  await seat.expectInOrder(`the dialog of "${name}"`);
  await dialog.getByRole("button", { name: action, exact: true }).click();
  await dialog.waitFor({ state: "detached" });
}

test("every operation of the API document is there to read, and one is tried", async () => {
  const seat = await browser.seat(company.url, { language: "en" });
  await seat.signIn("zhou");
  await seat.open("/app/api");
  const document = await (await seat.context.request.get(company.url + "/openapi.json")).json();
  const operations = Object.values(document.paths).flatMap((methods) => Object.values(methods));
  assert.equal(await seat.page.locator(".api-link").count(), operations.length);

  await seat.page.getByRole("searchbox").fill("on which device");
  await seat.page.locator(".api-link", { hasText: "Who is signed in" }).click();
  await seat.page.getByRole("button", { name: "Send", exact: true }).click();

  const answer = await seat.page.getByLabel("Answer", { exact: true }).innerText();
  assert.equal(JSON.parse(answer).user.login, "zhou");
  await seat.expectInOrder("the API page with an answer");
  await seat.leave();
});

test("an administrator gives out a key, which opens what it is for until it is revoked", async () => {
  const seat = await browser.seat(company.url, { language: "en" });
  await seat.signIn("admin");
  await seat.open("/app/api?view=keys");
  await seat.page.getByLabel("What it is for").fill("reporting");
  await seat.page.getByLabel("Read records").check();
  await seat.page.getByRole("button", { name: "Give out a key" }).dblclick();
  const key = await seat.page.getByLabel("The key is shown this once", { exact: false }).innerText();
  const ask = (path) => seat.context.request.get(company.url + path, { headers: { Authorization: `Bearer ${key}` } });

  assert.equal((await ask("/v1/records/product")).status(), 200);
  assert.equal((await ask("/v1/review")).status(), 403);
  assert.equal(await seat.page.getByRole("button", { name: "Revoke reporting" }).count(), 1);
  await seat.expectInOrder("the keys");
  await confirmed(seat, "Revoke reporting", "Revoke");
  await seat.page.getByText("Revoked", { exact: true }).waitFor();
  assert.equal((await ask("/v1/records/product")).status(), 401);
  await seat.leave();
});

test("somebody's calendar has an address until they end it", async () => {
  const seat = await browser.seat(company.url, { language: "en" });
  await seat.signIn("zhou");
  await seat.open("/app/api?view=calendar");
  await confirmed(seat, "New address");
  const address = await seat.page.getByLabel("The address is shown this once", { exact: false }).innerText();

  assert.ok(address.startsWith(company.url + "/v1/calendars/"), address);
  assert.match(await (await seat.context.request.get(address)).text(), /^BEGIN:VCALENDAR/);
  await seat.expectInOrder("the calendar address");
  await confirmed(seat, "End the address");
  await seat.page.getByText("No address opens your calendar any more.").waitFor();
  assert.equal((await seat.context.request.get(address)).status(), 404);
  await seat.leave();
});
