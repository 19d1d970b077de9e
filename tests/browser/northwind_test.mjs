// The manager's figures of the Northwind company, held against its CSV files: by person, customer, month and product, to the cent. What is
// here reads the files by itself and shares nothing with the program.
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { Browser } from "./browser.mjs";
import { Company } from "./company.mjs";

const project = new URL("../../", import.meta.url);
const files = new URL("../shared/data/northwind/", project).pathname;
const missing = existsSync(files + "orders.csv") ? false : `THE NORTHWIND FILES ARE NOT AT ${files}`;

// RFC 4180, as far as these files go: quotes may hold commas, doubled quotes and line ends.
function rowsOf(name) {
  const text = readFileSync(files + name, "utf8").replace(/^\uFEFF/, "");
  const rows = [[""]];
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    const row = rows.at(-1);
    if (quoted) {
      if (c !== '"') row[row.length - 1] += c;
      else if (text[i + 1] === '"') row[row.length - 1] += text[++i];
      else quoted = false;
    } else if (c === '"') quoted = true;
    else if (c === ",") row.push("");
    else if (c === "\n") rows.push([""]);
    else if (c !== "\r") row[row.length - 1] += c;
  }
  const head = rows.shift();
  return rows
    .filter((row) => row.length === head.length)
    .map((row) => Object.fromEntries(head.map((column, index) => [column, row[index].trim()])));
}

// "14.5" as 1450n, by text alone.
function hundredths(text) {
  const [whole, fraction = ""] = text.split(".");
  return BigInt(whole) * 100n + BigInt((fraction + "00").slice(0, 2));
}

// Each line in cents, half to even: price x quantity x (1 - discount).
function centsOf(line) {
  const exact = hundredths(line.UnitPrice) * BigInt(line.Quantity) * (100n - hundredths(line.Discount));
  const cents = exact / 100n;
  const rest = exact % 100n;
  return cents + (rest > 50n || (rest === 50n && cents % 2n === 1n) ? 1n : 0n);
}

function sums(keyOf) {
  const orders = new Map(rowsOf("orders.csv").map((order) => [order.OrderID, order]));
  const result = new Map();
  for (const line of rowsOf("order_details.csv")) {
    const key = keyOf(line, orders.get(line.OrderID));
    result.set(key, (result.get(key) ?? 0n) + centsOf(line));
  }
  return result;
}

let company;
let browser;
let seat;
before(async () => {
  if (missing) return;
  company = await Company.startNorthwind(files, new URL("tests/data/northwind.toml", project).pathname);
  browser = await Browser.start();
  seat = await browser.seat(company.url, { language: "en" });
  await seat.signIn("andrew");
});
after(async () => {
  await browser?.stop();
  await company?.stop();
});

// What the console is answered, by the name of the key or the key itself.
async function told(field, step) {
  const answer = await seat.ask("/v1/records/order_line/totals", {
    by: [step ? { field, step } : { field }],
    sum: ["line_total"],
  });
  return new Map(
    answer.rows.map(({ by, sums }) => {
      assert.equal(sums[0].length, 1, "one currency");
      assert.equal(sums[0][0].currency, "USD");
      return [answer.names[by[0]] ?? by[0], BigInt(sums[0][0].minor)];
    }),
  );
}

function sorted(map) {
  return [...map].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, cents]) => `${key}: ${cents}`);
}

test("the figures by person equal the files, to the cent", { skip: missing }, async () => {
  const people = new Map(
    rowsOf("employees.csv").map((row) => [row.EmployeeID, `${row.FirstName} ${row.LastName}`]),
  );
  const expected = sums((line, order) => people.get(order.EmployeeID));
  assert.equal(expected.size, 9);
  assert.deepEqual(sorted(await told("order.owner")), sorted(expected));
});

test("the figures by customer equal the files, to the cent", { skip: missing }, async () => {
  const customers = new Map(rowsOf("customers.csv").map((row) => [row.CustomerID, row.CompanyName]));
  const expected = sums((line, order) => customers.get(order.CustomerID));
  assert.deepEqual(sorted(await told("order.customer")), sorted(expected));
});

test("the figures by month equal the files, to the cent", { skip: missing }, async () => {
  const expected = sums((line, order) => order.OrderDate.slice(0, 7));
  assert.deepEqual(sorted(await told("order.ordered_on", "month")), sorted(expected));
});

test("the figures by product equal the files, to the cent", { skip: missing }, async () => {
  const products = new Map(rowsOf("products.csv").map((row) => [row.ProductID, row.ProductName]));
  const expected = sums((line) => products.get(line.ProductID));
  assert.deepEqual(sorted(await told("product")), sorted(expected));
});

test("the order page shows the sum of the files", { skip: missing }, async () => {
  await seat.open("/app/orders");
  const shown = await seat.page.locator(".figure-value").allInnerTexts();
  const cents = shown
    .flatMap((text) => [...text.matchAll(/\$([\d,]+)(?:\.(\d\d))?/g)])
    .reduce((sum, [, whole, fraction]) => sum + BigInt(whole.replaceAll(",", "")) * 100n + BigInt(fraction ?? 0), 0n);
  const orders = await seat.ask("/v1/records/order/totals", { by: [], sum: ["total"] });
  assert.equal(cents, BigInt(orders.rows[0].sums[0][0].minor));
  assert.deepEqual(seat.objections, []);
});
