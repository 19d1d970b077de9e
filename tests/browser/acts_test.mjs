// What a manager and IT do in the console, against a real server and a real tablet: each deed is looked for where it must arrive.
import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";
import { Browser } from "./browser.mjs";
import { Company } from "./company.mjs";
import { Tablet } from "./tablet.mjs";

let company;
let browser;
let seat;
before(async () => {
  company = await Company.start();
  browser = await Browser.start();
});
after(async () => {
  await browser?.stop();
  await company?.stop();
});
afterEach(async () => {
  await seat?.leave();
  seat = undefined;
});

async function sit(login, look = { language: "en" }) {
  seat = await browser.seat(company.url, look);
  await seat.signIn(login);
  return seat;
}

async function personNamed(name) {
  const found = await seat.ask("/v1/records/user/query", {
    fields: ["name"],
    where: { field: "name", op: "is", values: [name] },
  });
  return found.records[0].id;
}

async function firstOf(type, owner, fields = ["name"], more = []) {
  const found = await seat.ask(`/v1/records/${type}/query`, {
    fields: ["owner", ...fields],
    where: { all: [{ field: "owner", op: "is", values: [owner] }, ...more] },
    limit: 1,
  });
  assert.equal(found.records.length, 1, `${type} of ${owner}`);
  return found.records[0];
}

const dialog = () => seat.page.getByRole("dialog");
const press = (name) => seat.page.getByRole("button", { name, exact: true }).click();
const confirm = (name) => dialog().getByRole("button", { name, exact: true }).click();

test("a comment that mentions the salesperson reaches the tablet, with a reminder of it", async () => {
  const tablet = Tablet.synced(company, "lin");
  try {
    await sit("zhou");
    const lin = await personNamed("林晓雨");
    const customer = await firstOf("customer", lin);
    await seat.open(`/app/customers/${customer.id}`);

    await press("Comment");
    await dialog().getByLabel("What you want to say").fill("Ask about the second oven");
    await seat.expectInOrder("the dialog of a comment");
    await confirm("Write");
    await dialog().waitFor({ state: "detached" });

    await seat.page.getByText("@林晓雨 Ask about the second oven").first().waitFor();
    tablet.command("sync");
    const reminders = tablet.command("list", "reminder", "--query", `customer=${customer.id}`, "--limit", "200");
    const titles = JSON.stringify(reminders);
    assert.match(titles, /周建国: Ask about the second oven/);
    assert.match(JSON.stringify(tablet.command("list", "activity", "--query", `customer=${customer.id}`, "--limit", "200")), /@林晓雨 Ask about the second oven/);
    assert.deepEqual(seat.objections, []);
  } finally {
    tablet.end();
  }
});

test("what a tablet syncs appears on the open pipeline without reloading", async () => {
  const tablet = Tablet.synced(company, "lin");
  try {
    await sit("zhou");
    const customer = await firstOf("customer", await personNamed("林晓雨"));
    await seat.open("/app/pipeline?view=list");
    await seat.page.locator(".freshness:not(.freshness-off)").waitFor();
    let loads = 0;
    seat.page.on("load", () => loads++);

    tablet.command(
      "add", "opportunity", `customer=${customer.id}`, "name=Ovens for the new shop", "amount=9999999 CNY", "expected_close=2999-01-01",
    );
    tablet.command("sync");

    await seat.page.getByText("Ovens for the new shop", { exact: true }).waitFor();
    assert.equal(loads, 0);
  } finally {
    tablet.end();
  }
});

test("an action is assigned, and an appointment, with the keyboard alone", async () => {
  await sit("zhou");
  const lin = await personNamed("林晓雨");
  const deal = await firstOf("opportunity", lin, ["name", "customer"]);
  await seat.open(`/app/pipeline/${deal.id}`);
  const keys = seat.page.keyboard;

  await seat.page.getByRole("button", { name: "Assign an action" }).focus();
  await keys.press("Enter");
  await dialog().getByLabel("Title").focus();
  await keys.type("Bring the offer");
  await keys.press("Enter");
  await dialog().waitFor({ state: "detached" });
  const reminder = await firstOf("reminder", lin, ["title", "opportunity"], [
    { field: "title", op: "is", values: ["Bring the offer"] },
  ]);
  assert.equal(reminder.f.opportunity, deal.id);

  await seat.page.getByRole("button", { name: "Assign an action" }).focus();
  await keys.press("Enter");
  await keys.press("Escape");
  await dialog().waitFor({ state: "detached" });
  await press("Assign an action");
  await dialog().getByRole("radio", { name: "Appointment" }).click();
  await dialog().getByLabel("Title").fill("Look at the ovens");
  await confirm("Assign an action");
  await dialog().waitFor({ state: "detached" });
  await firstOf("appointment", lin, ["title"], [{ field: "title", op: "is", values: ["Look at the ovens"] }]);
  assert.deepEqual(seat.objections, []);
});

test("customers and deals go to somebody else, and a second manager is told who was faster", async () => {
  await sit("zhou");
  const [lin, wang] = [await personNamed("林晓雨"), await personNamed("王浩然")];
  const customer = await firstOf("customer", lin);
  await seat.open(`/app/customers/${customer.id}`);
  await press("Assign to somebody else");
  await dialog().getByLabel("Who takes over").selectOption(wang);
  await dialog().getByLabel("Reason").fill("Closer to her");

  // Meanwhile another does the same.
  const rival = await browser.seat(company.url, { language: "en" });
  await rival.signIn("fang");
  await rival.open(`/app/customers/${customer.id}`);
  await rival.page.getByRole("button", { name: "Assign to somebody else" }).click();
  await rival.page.getByRole("dialog").getByLabel("Who takes over").selectOption(wang);

  await confirm("Assign to somebody else");
  await dialog().waitFor({ state: "detached" });
  const moved = await (await seat.context.request.get(`${company.url}/v1/records/customer/${customer.id}`)).json();
  assert.equal(moved.f.owner, wang);
  assert.equal(moved.f.assign_reason, "Closer to her");

  const late = rival.page.getByRole("dialog");
  await late.getByRole("button", { name: "Assign to somebody else", exact: true }).click();
  assert.match(await late.getByRole("alert").innerText(), /Somebody else has been made responsible meanwhile/);
  assert.deepEqual(rival.objections, []);
  await rival.leave();
});

test("an order is confirmed and goes on", async () => {
  await sit("zhou");
  const found = await seat.ask("/v1/records/order/query", {
    fields: ["number", "state"],
    where: { field: "state", op: "is", values: ["submitted"] },
    limit: 1,
  });
  const order = found.records[0];
  assert.ok(order, "an order that waits");
  await seat.open(`/app/orders/${order.id}`);
  await press("Confirm");
  await confirm("Confirm");
  await dialog().waitFor({ state: "detached" });
  await seat.page.getByRole("button", { name: "Mark as shipped" }).waitFor();
  const now = await (await seat.context.request.get(`${company.url}/v1/records/order/${order.id}`)).json();
  assert.equal(now.f.state, "confirmed");
});

test("a request about an account is asked for by one and approved by another", async () => {
  await sit("ban");
  await seat.open("/app/people?view=requests");
  await press("Ask about an account");
  await dialog().getByLabel("What is asked").selectOption("close");
  await dialog().getByLabel("Person").selectOption(await personNamed("王浩然"));
  await dialog().getByLabel("Reason").fill("Leaves at the end of the month");
  await seat.expectInOrder("the dialog of a request");
  await confirm("Send the request");
  await dialog().waitFor({ state: "detached" });
  await seat.page.getByText("Close an account · 王浩然").waitFor();
  await seat.leave();

  await sit("fang");
  await seat.open("/app/people?view=requests");
  await press("Refuse");
  await dialog().getByLabel("How it was handled").fill("He stays");
  await confirm("Refuse");
  await dialog().waitFor({ state: "detached" });
  const { requests } = await (await seat.context.request.get(company.url + "/v1/account-requests")).json();
  assert.equal(requests[0].state, "refused");
  assert.equal(requests[0].handling, "He stays");
  assert.deepEqual(seat.objections, []);
});

test("a leaver's book is previewed, handed over and taken back", async () => {
  await sit("fang");
  const [chen, emma] = [await personNamed("陈雨桐"), await personNamed("Emma Clarke")];
  const count = async (owner) => {
    const answer = await seat.ask("/v1/records/customer/totals", {
      by: [],
      where: { field: "owner", op: "is", values: [owner] },
    });
    return answer.rows[0]?.count ?? 0;
  };
  const [hers, others] = [await count(chen), await count(emma)];
  assert.ok(hers > 0);
  await seat.open("/app/people?view=handovers");
  await press("Hand over a book");
  await dialog().getByLabel("From").selectOption(chen);
  await dialog().getByLabel("To").selectOption(emma);
  await dialog().getByRole("cell", { name: "Customer", exact: true }).waitFor();
  assert.equal(await count(chen), hers, "a preview moves nothing");
  await seat.expectInOrder("the preview of a handover");
  await confirm("Hand over a book");
  await dialog().waitFor({ state: "detached" });
  assert.equal(await count(chen), 0);
  assert.equal(await count(emma), hers + others);

  await seat.page.getByRole("button", { name: "Undo", exact: true }).click();
  await confirm("Undo");
  await dialog().waitFor({ state: "detached" });
  assert.equal(await count(chen), hers);
  assert.deepEqual(seat.objections, []);
});

test("what a frozen tablet delivered is looked at and let take effect", async () => {
  const tablet = Tablet.synced(company, "emma");
  try {
    await sit("fang");
    const customer = await firstOf("customer", await personNamed("Emma Clarke"));
    tablet.command("add", "activity", `customer=${customer.id}`, "kind=call", "happened_at=now", "content=Wants a new oven");
    company.command("user", "freeze", "emma");
    try {
      tablet.command("sync");
    } catch (error) {
      assert.match(String(error), /frozen/);
    }
    await seat.open("/app/quarantine");
    await seat.page.getByText("Wants a new oven").waitFor();
    await seat.expectInOrder("the quarantine");
    await press("Let it take effect");
    await confirm("Let it take effect");
    await dialog().waitFor({ state: "detached" });
    await seat.page.getByText("Nothing is held.").waitFor();
    await seat.open(`/app/customers/${customer.id}`);
    await seat.page.getByText("Wants a new oven").waitFor();
    assert.deepEqual(seat.objections, []);
  } finally {
    tablet.end();
  }
});

test("IT searches the trail and finds it whole", async () => {
  await sit("admin");
  await seat.open("/app/audit");
  await press("Verify now");
  await seat.page.getByText(/^Whole: /).waitFor();
  await seat.page.getByLabel("What").selectOption("session.opened");
  await seat.page.getByRole("row", { name: /Signed in/ }).first().waitFor();
  await seat.expectInOrder("the audit");
});

test("a view with its conditions is saved, chosen and forgotten", async () => {
  await sit("zhou");
  const filter = { match: "any", lines: [{ field: "tier", op: "is", value: "vip" }, { field: "city", op: "contains", value: "上海" }] };
  await seat.open("/app/customers?filter=" + encodeURIComponent(JSON.stringify(filter)));
  await press("Save this view");
  await dialog().getByLabel("Name of the view").fill("VIP or Shanghai");
  await confirm("Save");
  await dialog().waitFor({ state: "detached" });
  await seat.open("/app/customers");
  await seat.page.getByLabel("Saved views").selectOption("VIP or Shanghai");
  assert.equal(new URL(seat.page.url()).searchParams.get("filter"), JSON.stringify(filter));
  const told = await seat.ask("/v1/records/customer/query", {
    fields: ["name"],
    count: true,
    limit: 1,
    where: { any: [{ field: "tier", op: "is", values: ["vip"] }, { field: "city", op: "contains", values: ["上海"] }] },
  });
  await seat.page.locator(".page-title p", { hasText: new RegExp(`(?<!\\d)${told.count}(?!\\d)`) }).waitFor();
  await press("Forget this view");
  await seat.page.getByLabel("Saved views").waitFor({ state: "detached" });
});
