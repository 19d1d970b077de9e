// Records that are taken out as a file: at once by a manager, by others once a manager agrees; against a real server.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { Browser, sizes } from "./browser.mjs";
import { Company } from "./company.mjs";

let company;
let browser;
let zhou;
let lin;
before(async () => {
  company = await Company.start();
  browser = await Browser.start();
  zhou = await sit("zhou");
  lin = await sit("lin");
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

const dialog = (seat) => seat.page.getByRole("dialog");
const drawer = (seat) => seat.page.locator(".drawer");
const press = (place, name) => place.getByRole("button", { name, exact: true }).click();
const addressOf = (lines) => "/app/customers?filter=" + encodeURIComponent(JSON.stringify({ match: "all", lines }));

async function expectInOrderAtBothSizes(seat, where) {
  for (const size of ["phone", "wide"]) {
    await seat.page.setViewportSize(sizes[size]);
    await seat.expectInOrder(`${where}, ${size}`);
  }
}

// What the browser keeps once something was done: the name of the file, and its rows by the names of its columns.
async function keptAfter(seat, deed) {
  const coming = seat.page.waitForEvent("download");
  await deed();
  const download = await coming;
  const text = readFileSync(await download.path(), "utf8").replace(/^\uFEFF/, "").trimEnd();
  const [head, ...lines] = text.split(/\r?\n/).map((line) =>
    [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain),
  );
  const rows = lines.map((cells) => Object.fromEntries(head.map((name, index) => [name, cells[index]])));
  return { name: download.suggestedFilename(), head, rows };
}

const namesOf = (rows) => rows.map(({ Name }) => Name).sort();

async function customersSeenBy(seat, where) {
  const { records } = await seat.ask("/v1/records/customer/query", { fields: ["name"], where, limit: 500 });
  return records.map(({ f }) => f.name).sort();
}

async function asks(seat, address, reason) {
  await seat.open(address);
  await press(seat.page, "Export…");
  await dialog(seat).getByText("A manager decides about it before there is a file.").waitFor();
  await dialog(seat).getByLabel("File").selectOption("csv");
  await dialog(seat).getByLabel("What it is for").fill(reason);
  await press(dialog(seat), "Ask for it");
  await dialog(seat).getByRole("link", { name: "Look at it there" }).waitFor();
}

test("a manager takes the customers of a filter out at once, and no others", async () => {
  const wanted = await customersSeenBy(zhou, { field: "tier", op: "is", values: ["major"] });
  assert.ok(wanted.length > 3, "enough to choose from");
  await zhou.open(addressOf([{ field: "tier", op: "is", value: "major" }]));
  await press(zhou.page, "Export…");
  await dialog(zhou).getByText(`${wanted.length} customers, as filtered now`).waitFor();
  const now = dialog(zhou).getByRole("button", { name: "Export", exact: true });
  assert.equal(await now.isDisabled(), true, "without a reason there is nothing to send");
  await expectInOrderAtBothSizes(zhou, "the dialog of an export");
  await dialog(zhou).getByLabel("File").selectOption("csv");
  await dialog(zhou).getByLabel("What it is for").fill("The autumn letter");
  // What was asked for stands when its file does not arrive: pressed again, it is not asked for twice.
  await zhou.page.route("**/file", (route) => route.abort(), { times: 1 });
  await now.click();
  await dialog(zhou).getByText("The server cannot be reached.", { exact: false }).waitFor();
  assert.match(zhou.objections.pop(), /ERR_FAILED/);

  const { name, head, rows } = await keptAfter(zhou, () => now.click());

  await dialog(zhou).waitFor({ state: "detached" });
  const { count, records: [made] } = await zhou.ask("/v1/records/export_request/query", { fields: ["state", "reason", "rows"], count: true });
  assert.equal(count, 1);
  assert.match(name, new RegExp(`^customer-\\d{8}-${made.id.slice(-6)}\\.csv$`));
  assert.deepEqual(namesOf(rows), wanted);
  assert.deepEqual(
    [...head].sort(),
    ["City", "Fieldbook", "Last contact", "Name", "Region", "Responsible", "Status", "Tier"],
  );
  for (const row of rows) {
    assert.equal(row.Tier, "Major");
    assert.match(row.Fieldbook, new RegExp(`^zhou .* ${made.id}$`));
  }
  const { state, reason, rows: taken } = made.f;
  assert.deepEqual({ state, reason, taken }, { state: "taken", reason: "The autumn letter", taken: wanted.length });

  const auditor = await sit("fang");
  await auditor.open("/app/audit?kind=export.taken");
  await auditor.page.getByRole("row", { name: /周建国 Records taken out as a file/ }).waitFor();
  await auditor.leave();

  // For an hour, in case the download broke off.
  await zhou.open("/app/exports");
  const again = await keptAfter(zhou, () => press(zhou.page.getByRole("row", { name: /The autumn letter/ }), "Take the file"));
  assert.deepEqual(namesOf(again.rows), wanted);
});

test("a salesperson asks, the manager approves by the keyboard, and the file can be taken", async () => {
  const wanted = await customersSeenBy(lin);
  await lin.open("/app/exports");
  await lin.page.getByText("Nothing has been exported.", { exact: false }).waitFor();
  await expectInOrderAtBothSizes(lin, "no exports");
  await asks(lin, "/app/customers", "Labels for the trade fair");
  await expectInOrderAtBothSizes(lin, "what happens with an export");
  await dialog(lin).getByRole("link", { name: "Look at it there" }).click();
  await drawer(lin).getByText("Waits for approval").waitFor();
  assert.equal(await lin.page.getByRole("button", { name: "Take the file" }).count(), 0);
  await lin.page.locator(".freshness:not(.freshness-off)").waitFor();

  await zhou.open("/app/home");
  await zhou.page.getByRole("link", { name: "Exports: 1" }).waitFor();
  const keys = zhou.page.keyboard;
  await zhou.page.getByRole("link", { name: `Export: Customer, ${wanted.length} records` }).focus();
  await keys.press("Enter");
  await drawer(zhou).getByText("Labels for the trade fair").waitFor();
  await zhou.answered();
  await expectInOrderAtBothSizes(zhou, "an export that waits");
  await drawer(zhou).getByRole("button", { name: "Approve" }).waitFor();
  // Past the way to close it and what it says.
  for (let steps = 0; steps < 3; steps++) await keys.press("Tab");
  await keys.press("Enter");
  await dialog(zhou).getByText("All, without a filter").waitFor();
  await expectInOrderAtBothSizes(zhou, "the dialog of an approval");
  await keys.type("For the fair only");
  await keys.press("Tab");
  await keys.press("Tab");
  await keys.press("Enter");
  await dialog(zhou).waitFor({ state: "detached" });
  await drawer(zhou).getByText("Ready to be taken").waitFor();
  await zhou.page.locator(".drawer h2:focus").waitFor();
  await keys.press("Escape");
  await zhou.page.getByText("No export waits for your decision.").waitFor();

  // The salesperson's page was open all the time.
  await drawer(lin).getByText("For the fair only").waitFor();
  const { rows } = await keptAfter(lin, () => press(drawer(lin), "Take the file"));
  assert.deepEqual(namesOf(rows), wanted);
  await drawer(lin).getByText("Taken", { exact: true }).first().waitFor();
  await expectInOrderAtBothSizes(lin, "an export that was taken");
});

test("one that is rejected says why, and gives nothing", async () => {
  await asks(lin, addressOf([{ field: "tier", op: "is", value: "vip" }]), "To work at home");
  await zhou.open("/app/exports?view=waiting");
  const row = zhou.page.getByRole("row", { name: /To work at home/ });
  await row.getByText("Tier is VIP").waitFor();
  await expectInOrderAtBothSizes(zhou, "the exports");
  await press(row, "Reject");
  const reject = dialog(zhou).getByRole("button", { name: "Reject", exact: true });
  assert.equal(await reject.isDisabled(), true, "whoever asked is told why");
  await dialog(zhou).getByLabel("Answer").fill("A tablet has them everywhere");
  await reject.click();
  await dialog(zhou).waitFor({ state: "detached" });

  await dialog(lin).getByRole("link", { name: "Look at it there" }).click();
  await drawer(lin).getByText("A tablet has them everywhere").waitFor();
  await drawer(lin).getByText("Rejected").waitFor();
  assert.equal(await drawer(lin).getByRole("button", { name: "Take the file" }).count(), 0);
  const id = new URL(lin.page.url()).pathname.split("/").at(-1);
  const { csrf } = await (await lin.context.request.get(company.url + "/v1/session")).json();
  const reply = await lin.context.request.post(`${company.url}/v1/exports/${id}/file`, {
    data: {},
    headers: { "X-CSRF-Token": csrf },
  });
  assert.equal((await reply.json()).code, "export.rejected");
  assert.deepEqual([...zhou.objections, ...lin.objections], []);
});

test("lists of opportunities and orders have it too; who takes nothing out is not offered it", async () => {
  for (const [path, counted] of [["/app/pipeline?view=list", "opportunities"], ["/app/orders?state=closed", "orders"]]) {
    await zhou.open(path);
    await press(zhou.page, "Export…");
    await dialog(zhou).getByText(new RegExp(`^\\d+ ${counted}`)).waitFor();
    await zhou.page.keyboard.press("Escape");
  }
  const admin = await sit("admin");
  assert.equal(await admin.page.getByRole("link", { name: "Exports" }).count(), 0);
  await admin.leave();
});
