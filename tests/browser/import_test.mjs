// Records brought in from a file: matched, checked, imported, and taken back; against a real server.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Browser, sizes } from "./browser.mjs";
import { Company } from "./company.mjs";

let company;
let browser;
let admin;
let fang;
before(async () => {
  company = await Company.start();
  browser = await Browser.start();
  admin = await sit("admin");
  fang = await sit("fang");
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

// In GB18030, as Chinese spreadsheets save it; the business of the third row belongs to nobody:
// 客户编码,客户名称,城市,联系电话,业务员
// GB-01,青岛海风面包坊,青岛,0532-80001001,lin
// GB-02,烟台晨光茶餐厅,烟台,0535-80001002,lin
// GB-03,威海远洋酒楼,威海,0631-80001003,nobody
// GB-04,潍坊风筝咖啡,潍坊,0536-80001004,lin
const shandong = {
  name: "山东客户.csv",
  mimeType: "text/csv",
  buffer: Buffer.from(
    "bfcdbba7b1e0c2eb2cbfcdbba7c3fbb3c62cb3c7cad02cc1aacfb5b5e7bbb02cd2b5cef1d4b10a" +
      "47422d30312cc7e0b5babaa3b7e7c3e6b0fcb7bb2cc7e0b5ba2c303533322d38303030313030312c6c696e0a" +
      "47422d30322cd1cccca8b3bfb9e2b2e8b2cdccfc2cd1cccca82c303533352d38303030313030322c6c696e0a" +
      "47422d30332ccdfebaa3d4b6d1f3bec6c2a52ccdfebaa32c303633312d38303030313030332c6e6f626f64790a" +
      "47422d30342cceabb7bbb7e7f3ddbfa7b7c82cceabb7bb2c303533362d38303030313030342c6c696e0a",
    "hex",
  ),
};
const good = ["GB-01", "GB-02", "GB-04"];
// As Excel saves "Unicode text".
const unicode = (name, ...lines) => ({ name, mimeType: "text/plain", buffer: Buffer.from("\uFEFF" + lines.join("\r\n"), "utf16le") });

const dialog = (seat) => seat.page.getByRole("dialog");
const drawer = (seat) => seat.page.locator(".drawer");
const press = (place, name) => place.getByRole("button", { name, exact: true }).click();
const button = (seat, name) => seat.page.getByRole("button", { name, exact: true });

async function expectInOrderAtBothSizes(seat, where) {
  for (const size of ["phone", "wide"]) {
    await seat.page.setViewportSize(sizes[size]);
    await seat.expectInOrder(`${where}, ${size}`);
  }
}

async function choose(seat, file, encoding) {
  await seat.page.locator("input[type=file]").setInputFiles(file);
  await seat.page.getByText(`read as ${encoding}`).waitFor();
  await seat.page.getByRole("columnheader", { name: "Column of the file" }).waitFor();
}

async function check(seat) {
  await press(seat.page, "Check");
  await seat.page.getByText(/^Would be created/).waitFor();
}

// Imports what was checked, and opens it.
async function runIt(seat) {
  await press(seat.page, "Import");
  await seat.page.waitForURL(/\/app\/import\/[0-9a-f-]{36}$/);
  await drawer(seat).getByText("Done", { exact: true }).waitFor();
}

async function figuresIn(place) {
  const pairs = await place.locator(".import-figures > div").evaluateAll((all) =>
    all.map((each) => [each.querySelector("dt").textContent, Number(each.querySelector("dd").textContent)]),
  );
  return Object.fromEntries(pairs);
}

async function customersThereOf(codes) {
  const { records } = await fang.ask("/v1/records/customer/query", {
    fields: ["code", "name", "city", "owner", "kind"],
    where: { field: "code", op: "is", values: codes },
    order: "code",
    limit: 50,
  });
  return records.map(({ f }) => f);
}

test("nothing was imported yet; a workbook and a picture are told from text", async () => {
  await admin.open("/app/import");
  await admin.page.getByText("Nothing was imported yet.", { exact: false }).waitFor();
  await expectInOrderAtBothSizes(admin, "no imports");
  await press(admin.page, "Import a file…");
  await admin.page.getByRole("heading", { name: "1. Choose a file" }).waitFor();
  await expectInOrderAtBothSizes(admin, "a new import");

  const file = admin.page.locator("input[type=file]");
  await file.setInputFiles({ name: "customers.xlsx", mimeType: "application/zip", buffer: Buffer.from("PK\x03\x04") });
  await admin.page.getByRole("alert").getByText("save it as CSV first", { exact: false }).waitFor();
  await expectInOrderAtBothSizes(admin, "a workbook");
  await file.setInputFiles({ name: "logo.csv", mimeType: "text/csv", buffer: Buffer.from("89504e470d0a1a0aff", "hex") });
  await admin.page.getByRole("alert").getByText("neither UTF-8, UTF-16 nor GB18030", { exact: false }).waitFor();
  assert.equal(await button(admin, "Check").count(), 0, "there is nothing to check");
});

test("a file in GB18030 is matched, checked and imported without its wrong row", async () => {
  await admin.open("/app/import/new");
  await choose(admin, shandong, "GB18030");
  const guessed = { 客户编码: "code", 客户名称: "name", 城市: "city", 联系电话: "phone", 业务员: "owner" };
  for (const [column, field] of Object.entries(guessed)) {
    assert.equal(await admin.page.getByLabel(`Field for ${column}`).inputValue(), field, column);
  }
  assert.equal(await admin.page.getByLabel("Look up 业务员 by").inputValue(), "login");
  assert.equal(await admin.page.getByLabel("客户编码 tells rows apart").isChecked(), true);
  // Each field once.
  const offered = await admin.page.getByLabel("Field for 城市").locator("option").allTextContents();
  assert.ok(offered.includes("City") && !offered.includes("Name"), offered.join());
  assert.equal(await admin.page.getByLabel("Source", { exact: true }).inputValue(), "山东客户");

  // No column says what kind of customers they are.
  assert.equal(await button(admin, "Check").isDisabled(), true);
  await admin.page.getByText("Say what goes into “Kind”.").waitFor();
  await expectInOrderAtBothSizes(admin, "the columns of a file");
  await admin.page.getByRole("combobox", { name: "Kind", exact: true }).selectOption({ label: "Organisation" });
  assert.equal(await button(admin, "Import").isDisabled(), true, "it is checked first");

  await check(admin);
  const { "Would be created": created, Refused: refused } = await figuresIn(admin.page);
  assert.deepEqual({ created, refused }, { created: 3, refused: 1 });
  await admin.page.getByText("1 row is refused and will be left out.").waitFor();
  await admin.page.getByRole("row", { name: /^4 业务员 Refused .*nobody/ }).waitFor();
  await expectInOrderAtBothSizes(admin, "a check");
  assert.deepEqual(await customersThereOf(good), [], "a check writes nothing");

  // What was checked is what is imported.
  await admin.page.getByLabel("Field for 城市").selectOption("");
  await admin.page.getByText("Something was changed since the check", { exact: false }).waitFor();
  assert.equal(await button(admin, "Import").isDisabled(), true);
  await admin.page.getByLabel("Field for 城市").selectOption("city");
  await check(admin);
  await runIt(admin);

  assert.deepEqual(await figuresIn(drawer(admin)), { Created: 3, Changed: 0, Unchanged: 0, Skipped: 0, Refused: 1 });
  await drawer(admin).getByRole("row", { name: /^4 业务员 Refused/ }).waitFor();
  await expectInOrderAtBothSizes(admin, "an import");
  const there = await customersThereOf(good);
  assert.deepEqual(there.map(({ name }) => name), ["青岛海风面包坊", "烟台晨光茶餐厅", "潍坊风筝咖啡"]);
  assert.deepEqual([...new Set(there.map(({ kind }) => kind))], ["organisation"]);

  await fang.open("/app/audit?kind=import.ran");
  await fang.page.getByRole("row", { name: /Records brought in from a file 山东客户\.csv/ }).waitFor();
});

test("it is taken back by the keyboard, and the customers are gone", async () => {
  await admin.open("/app/import");
  await admin.page.getByText("Check only").first().waitFor();
  await expectInOrderAtBothSizes(admin, "the imports");
  const keys = admin.page.keyboard;
  await admin.page.getByRole("row", { name: /山东客户\.csv.*3 new.*1 refused.*Done/ }).focus();
  await keys.press("Enter");
  await drawer(admin).getByRole("button", { name: "Undo…" }).focus();
  await keys.press("Enter");
  await dialog(admin).getByText("go to the recycle bin", { exact: false }).waitFor();
  await expectInOrderAtBothSizes(admin, "the dialog of taking back");
  await dialog(admin).getByRole("button", { name: "Undo the import" }).focus();
  await keys.press("Enter");
  await dialog(admin).waitFor({ state: "detached" });
  await drawer(admin).getByText("3 records taken back; nothing had to be kept.").waitFor();
  assert.equal(await drawer(admin).getByRole("button", { name: "Undo…" }).count(), 0);
  await admin.page.locator(".drawer h2:focus").waitFor();
  await expectInOrderAtBothSizes(admin, "an import that was taken back");
  assert.deepEqual(await customersThereOf(good), []);
  await keys.press("Escape");
  await drawer(admin).waitFor({ state: "detached" });

  // A check did nothing that could be taken back.
  await admin.page.getByRole("row", { name: /Check only/ }).first().click();
  await drawer(admin).getByText("Would be created").waitFor();
  assert.equal(await drawer(admin).getByRole("button", { name: "Undo…" }).count(), 0);
});

test("rows that are here already are skipped", async () => {
  const [{ f: known }] = (await fang.ask("/v1/records/customer/query", { fields: ["name"], order: "name", limit: 1 })).records;
  await admin.open("/app/import/new");
  await choose(admin, unicode("partners.txt", "Name\tSince", `${known.name}\t14/5/2019`, "Harbour Café\t2/1/2020"), "UTF-16LE");
  assert.equal(await admin.page.getByLabel("Cells are separated by").inputValue(), "\t");
  await admin.page.getByLabel("Field for Since").selectOption({ label: "Created" });
  assert.equal(await admin.page.getByLabel("How days are written in Since").inputValue(), "%d/%m/%Y");
  await admin.page.getByRole("combobox", { name: "Kind", exact: true }).selectOption({ label: "Organisation" });
  await admin.page.getByRole("combobox", { name: "Responsible", exact: true }).selectOption("lin");
  await admin.page.getByLabel("Records that are here already").selectOption("skip");
  assert.equal(await admin.page.getByLabel("They are known by").inputValue(), "name");
  await check(admin);
  await admin.page.getByText("No row is refused.").waitFor();
  await admin.page.getByRole("row", { name: /Note Left out because it is there already/ }).waitFor();
  await runIt(admin);
  assert.deepEqual(await figuresIn(drawer(admin)), { Created: 1, Changed: 0, Unchanged: 0, Skipped: 1, Refused: 0 });
  assert.deepEqual([...admin.objections, ...fang.objections], []);
});

test("who does not answer for the company is not offered it", async () => {
  const zhou = await sit("zhou");
  assert.equal(await zhou.page.getByRole("link", { name: "Import", exact: true }).count(), 0);
  await zhou.leave();
});
