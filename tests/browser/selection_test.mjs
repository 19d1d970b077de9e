// Rows that are selected in a list, and what is done to all of them at once, against a real server.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Browser, sizes } from "./browser.mjs";
import { Company } from "./company.mjs";

let company;
let browser;
let seat;
let rival;
before(async () => {
  company = await Company.start();
  browser = await Browser.start();
  seat = await sit("zhou");
  rival = await sit("fang");
});
after(async () => {
  await browser?.stop();
  await company?.stop();
});

async function sit(login) {
  const seat = await browser.seat(company.url, { language: "en" });
  await seat.signIn(login);
  return seat;
}

async function personNamed(name) {
  const found = await rival.ask("/v1/records/user/query", {
    fields: ["name"],
    where: { field: "name", op: "is", values: [name] },
  });
  return found.records[0].id;
}

const read = async (type, id) => (await rival.context.request.get(`${company.url}/v1/records/${type}/${id}`)).json();

// What somebody else does meanwhile.
async function rivalGives(id, owner) {
  const { me } = await (await rival.context.request.get(company.url + "/v1/session")).json();
  const { last } = await rival.ask("/v1/push", { device: me.device, received: 0, changes: [] });
  const act = { name: "customer.assign", type: "customer", id, args: { owner } };
  const change = { n: last + 1, at: `${Date.now()}.0`, act };
  const { receipts } = await rival.ask("/v1/push", { device: me.device, received: last, changes: [change] });
  assert.equal(receipts[0].outcome, "applied");
}

// Those of somebody in the order of the page, and the page that shows them alone.
async function customersOf(owner) {
  const where = { field: "owner", op: "is", values: [owner] };
  const { records } = await seat.ask("/v1/records/customer/query", { fields: ["name"], where, order: "name" });
  return records.map(({ id, f }) => ({ id, name: f.name }));
}
const pageOf = (owner) =>
  "/app/customers?filter=" +
  encodeURIComponent(JSON.stringify({ match: "all", lines: [{ field: "owner", op: "is", value: owner }] }));

const row = (index) => seat.page.locator(`.long-row[data-index="${index}"]`);
const box = (index) => row(index).getByRole("checkbox");
const all = () => seat.page.getByRole("columnheader").getByRole("checkbox");
const bar = () => seat.page.getByRole("toolbar", { name: "Selected rows" });
const dialog = () => seat.page.getByRole("dialog");
const press = (place, name) => place.getByRole("button", { name, exact: true }).click();
const toldSelected = (line) => seat.page.getByRole("status").filter({ hasText: new RegExp(`^${line}$`) }).waitFor();

async function expectInOrderAtBothSizes(where) {
  for (const size of ["phone", "wide"]) {
    await seat.page.setViewportSize(sizes[size]);
    await seat.expectInOrder(`${where}, ${size}`);
  }
}

test("customers selected by mouse, range and keyboard go to a colleague together", async () => {
  const wang = await personNamed("王浩然");
  const lin = await personNamed("林晓雨");
  await seat.open(pageOf(lin));
  const hers = await customersOf(lin);
  assert.ok(hers.length > 6, "enough to choose from");

  const { y } = await row(1).boundingBox();
  await box(1).click();
  await toldSelected("1 selected");
  assert.equal((await row(1).boundingBox()).y, y, "no row moves under the pointer");
  await box(4).click({ modifiers: ["Shift"] });
  await toldSelected("4 selected");
  assert.equal(await all().evaluate((head) => head.indeterminate), true);
  await expectInOrderAtBothSizes("the customers, some selected");
  await all().click();
  await toldSelected(`${hers.length} selected`);
  await press(bar(), "Clear selection");
  await toldSelected("0 selected");
  assert.equal(await bar().count(), 0);

  // The keyboard is in the table again, where it was last.
  const keys = seat.page.keyboard;
  await keys.press("Home");
  await keys.press(" ");
  await keys.press("ArrowDown");
  await keys.press("ArrowDown");
  await keys.press("Shift+ ");
  await toldSelected("3 selected");
  await seat.page.emulateMedia({ media: "print" });
  assert.equal(await box(0).isVisible(), false, "no boxes on paper");
  await seat.page.getByRole("columnheader", { name: "Last contact" }).waitFor();
  await seat.page.emulateMedia({ media: "screen" });

  await press(bar(), "Assign to somebody else");
  await dialog().getByText(hers.slice(0, 3).map(({ name }) => name).join(", ")).waitFor();
  await expectInOrderAtBothSizes("the dialog about three customers");
  await dialog().getByLabel("Who takes over").selectOption(wang);
  await dialog().getByLabel("Reason").fill("Closer to him");
  await press(dialog(), "Assign to somebody else");
  await dialog().waitFor({ state: "detached" });
  await toldSelected("0 selected");
  assert.deepEqual(
    (await customersOf(lin)).map(({ id }) => id),
    hers.slice(3).map(({ id }) => id),
  );
  for (const { id, name } of hers.slice(0, 3)) {
    const { f } = await read("customer", id);
    assert.equal(f.owner, wang);
    assert.equal(f.assign_reason, "Closer to him");
    assert.equal(await seat.page.getByText(name, { exact: true }).count(), 0, "it left this list");
  }
  assert.match(await seat.page.evaluate(() => document.activeElement.className), /long-row/);
});

test("one that was given away meanwhile is told by name and stays selected, the others go", async () => {
  const [wang, lin, yang] = [await personNamed("王浩然"), await personNamed("林晓雨"), await personNamed("杨慧敏")];
  await seat.open("/app/customers");
  const name = await row(0).locator(".twofold span").innerText();
  const where = { field: "name", op: "is", values: [name] };
  const { records } = await seat.ask("/v1/records/customer/query", { fields: ["owner"], where });
  const [late] = records;
  // Whose it is by now, and to whom all go.
  const other = late.f.owner === lin ? yang : lin;
  await box(0).click();
  await box(2).click({ modifiers: ["Shift"] });
  await press(bar(), "Assign to somebody else");
  await dialog().getByLabel("Who takes over").selectOption(wang);
  await rivalGives(late.id, other);
  await press(dialog(), "Assign to somebody else");

  await dialog().getByText("2 assigned, 1 not assigned").waitFor();
  const told = dialog().getByRole("listitem").filter({ hasText: name });
  assert.match(await told.innerText(), /Somebody else has been made responsible meanwhile/);
  await seat.expectInOrder("what became of three customers");
  await dialog().getByRole("button", { name: "Close", exact: true }).last().click();
  await toldSelected("1 selected");
  assert.equal(await box(0).isChecked(), true);
  await bar().locator("button:focus").waitFor();
  assert.equal((await read("customer", late.id)).f.owner, other);
  for (const index of [1, 2]) await row(index).getByText("王浩然").waitFor();

  // Now that the reader sees whose it is, it goes.
  await press(bar(), "Assign to somebody else");
  await dialog().getByLabel("Who takes over").selectOption(wang);
  await press(dialog(), "Assign to somebody else");
  await dialog().waitFor({ state: "detached" });
  assert.equal((await read("customer", late.id)).f.owner, wang);
  assert.deepEqual(seat.objections, []);
});

test("a selection stays while the list is asked anew, without what leaves it, and goes with another view", async () => {
  const [wang, lin] = [await personNamed("王浩然"), await personNamed("林晓雨")];
  await seat.open(pageOf(lin));
  await seat.page.locator(".freshness:not(.freshness-off)").waitFor();
  const [first] = await customersOf(lin);
  await box(0).click();
  await box(1).click();
  await toldSelected("2 selected");
  await rivalGives(first.id, wang);
  await toldSelected("1 selected");
  assert.equal(await box(0).isChecked(), true, "the one that was second");
  await seat.page.getByRole("button", { name: "Clear filter" }).click();
  await toldSelected("0 selected");
});

test("opportunities go to a colleague together", async () => {
  const wang = await personNamed("王浩然");
  await seat.open("/app/pipeline?view=list");
  const { records } = await seat.ask("/v1/records/opportunity/query", {
    fields: ["name"],
    order: "expected_close",
    descending: true,
    limit: 2,
  });
  await box(0).click();
  await box(1).click();
  await seat.expectInOrder("the pipeline, some selected");
  await press(bar(), "Assign to somebody else");
  await dialog().getByLabel("Who takes over").selectOption(wang);
  await press(dialog(), "Assign to somebody else");
  await dialog().waitFor({ state: "detached" });
  for (const { id } of records) assert.equal((await read("opportunity", id)).f.owner, wang);
});

test("who gives nothing away selects nothing", async () => {
  const salesperson = await sit("lin");
  await salesperson.open("/app/customers");
  await salesperson.page.locator(".long-row").first().waitFor();
  assert.equal(await salesperson.page.getByRole("checkbox").count(), 0);
});
