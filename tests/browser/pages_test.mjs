// Every page of the console that a role finds in its sidebar, in both languages, light and dark: all of each role's on a wide
// screen, and each page at the two other sizes for the first role that finds it.
import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { Browser, sizes } from "./browser.mjs";
import { Company } from "./company.mjs";
import { Tablet } from "./tablet.mjs";

let company;
let browser;
let tablet;
before(async () => {
  company = await Company.start();
  tablet = Tablet.synced(company, "lin");
  browser = await Browser.start();
});
after(async () => {
  tablet?.end();
  await browser?.stop();
  await company?.stop();
});

const looks = [
  { size: "wide", language: "zh", theme: "light" },
  { size: "tablet", language: "en", theme: "dark" },
  { size: "phone", language: "zh", theme: "dark" },
];
const roles = { zhou: "manager", fang: "executive", ban: "board administrator", admin: "IT" };

const seen = new Set();

for (const [login, role] of Object.entries(roles)) {
  test(`every page of the ${role} is in order`, async () => {
    for (const look of looks) {
      const seat = await browser.seat(company.url, look);
      await seat.signIn(login);
      const paths = await seat.page
        .locator(".sidebar-link, .sidebar-account")
        .evaluateAll((links) => links.map((link) => link.getAttribute("href")));
      assert.ok(paths.length > 0, `${role} finds nothing`);
      for (const path of paths) {
        const sight = `${path} ${look.size}`;
        if (look.size !== "wide" && seen.has(sight)) continue;
        seen.add(sight);
        await seat.open(path);
        await seat.expectInOrder(`${path} for the ${role}, ${Object.values(look).join(", ")}`);
      }
      await seat.leave();
    }
  });
}

test("the sign-in is in order, and says so when the password is wrong", async () => {
  for (const size of Object.keys(sizes)) {
    const seat = await browser.seat(company.url, { size, language: "en" });
    await seat.page.goto(company.url + "/");
    await seat.page.getByLabel("Sign-in name").fill("zhou");
    await seat.expectInOrder(`the sign-in, ${size}`);
    await seat.page.locator("input[type=password]").fill("guess");
    await seat.page.keyboard.press("Enter");
    await seat.page.getByRole("alert").waitFor();
    assert.match(await seat.page.getByRole("alert").innerText(), /name or password is wrong/);
    // The browser itself tells its console of every 401: of this one, and of no other.
    assert.equal(seat.objections.length, 1, seat.objections.join("\n"));
    assert.match(seat.objections[0], /status of 401 .*\/v1\/sessions$/);
    assert.deepEqual(await seat.findings(), []);
    await seat.leave();
  }
});

test("the first load is at most 300 kB compressed, and all of it comes from the server", async () => {
  const seat = await browser.seat(company.url);
  let bytes = 0;
  const protocol = await seat.context.newCDPSession(seat.page);
  await protocol.send("Network.enable");
  protocol.on("Network.loadingFinished", (event) => (bytes += event.encodedDataLength));
  await seat.signIn("zhou");
  assert.ok(bytes > 50_000, `only ${bytes} bytes were counted`);
  assert.ok(bytes <= 300_000, `${bytes} bytes`);
  await seat.leave();
});

test("IT sees that the company was never backed up, and once it is", async () => {
  const seat = await browser.seat(company.url, { language: "en" });
  await seat.signIn("admin");
  await seat.open("/app/system");
  await seat.page.getByText("Overdue").waitFor();
  company.command("backup", join(company.folder, "backup"));
  await seat.page.getByText("Within two days").waitFor();
  assert.equal(await seat.page.getByText("Overdue").count(), 0);
  assert.deepEqual(seat.objections, []);
  await seat.leave();
});

test("what the server last said of itself does not stand for a server that answers no more", async () => {
  const seat = await browser.seat(company.url, { language: "en" });
  await seat.signIn("admin");
  await seat.open("/app/system");
  await seat.page.getByText("So does its store").waitFor();
  await seat.page.route("**/metrics", (route) => route.fulfill({ status: 503 }));
  await seat.page.getByRole("alert").waitFor();
  assert.equal(await seat.page.getByText("So does its store").count(), 0);
  await seat.page.unroute("**/metrics");
  await seat.page.getByText("So does its store").waitFor();
  await seat.leave();
});

test("the session is in a cookie that scripts do not see, and ends with it", async () => {
  const seat = await browser.seat(company.url, { language: "en" });
  await seat.signIn("zhou");
  const cookies = await seat.context.cookies();
  assert.deepEqual(
    cookies.map(({ name, httpOnly, secure, sameSite, path }) => ({ name, httpOnly, secure, sameSite, path })),
    [{ name: "__Host-fieldbook", httpOnly: true, secure: true, sameSite: "Strict", path: "/" }],
  );
  assert.equal(await seat.page.evaluate(() => document.cookie), "");

  await seat.page.getByRole("button", { name: "Sign out" }).click();
  await seat.page.getByLabel("Sign-in name").waitFor();
  assert.deepEqual(await seat.context.cookies(), []);
  await seat.context.addCookies(cookies);
  await seat.page.goto(company.url + "/app/home");
  await seat.page.getByLabel("Sign-in name").waitFor();
  assert.deepEqual(seat.objections, []);
  await seat.leave();
});

test("nothing is asked any more once the session has ended, whoever ended it", async () => {
  for (const { end, mark } of [
    { end: signOutAtOnce, mark: "DELETE /v1/sessions/current" },
    { end: endElsewhere, mark: "GET /v1/session" },
  ]) {
    const seat = await browser.seat(company.url, { language: "en" });
    await seat.signIn("zhou");
    const asked = [];
    seat.page.on("request", (request) => asked.push(`${request.method()} ${new URL(request.url()).pathname}`));
    await end(seat);
    await seat.page.getByLabel("Sign-in name").waitFor();
    // Another page in the same window: had anything been left running, its answer would be in by now.
    await seat.page.goto(company.url + "/app/pipeline");
    await seat.page.getByLabel("Sign-in name").waitFor();
    assert.ok(asked.includes(mark), asked.join("\n"));
    const late = asked.slice(asked.indexOf(mark)).filter((each) => each.includes("/v1/"));
    assert.deepEqual([...new Set(late)].filter((each) => each !== mark), ["GET /v1/session"].filter((each) => each !== mark));
    assert.deepEqual(seat.objections, []);
    await seat.leave();
  }
});

// While the page that was just opened is still asking.
async function signOutAtOnce(seat) {
  await seat.page.getByRole("link", { name: "Customers" }).click();
  await seat.page.getByRole("button", { name: "Sign out" }).click();
}

// As when an administrator ends it: the page hears of it by its live connection.
async function endElsewhere(seat) {
  // Once it is connected the page asks everything again, and says that it is live when that is answered; what is on its way
  // when a session ends would be refused.
  await seat.page.locator(".freshness:not(.freshness-off)").waitFor();
  await seat.answered();
  const { csrf } = await (await seat.context.request.get(company.url + "/v1/session")).json();
  const reply = await seat.context.request.delete(company.url + "/v1/sessions/current", {
    headers: { "X-CSRF-Token": csrf },
  });
  assert.ok(reply.ok());
}
