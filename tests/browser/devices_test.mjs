// What IT does about tablets, against a real server that lets in only tablets with a code and an approval, and against
// real tablets.
import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";
import { Browser, sizes } from "./browser.mjs";
import { Company } from "./company.mjs";
import { Tablet } from "./tablet.mjs";

let company;
let browser;
const seats = [];
const tablets = [];
before(async () => {
  company = await Company.start({
    FIELDBOOK_DEVICES_APPROVAL: "required",
    FIELDBOOK_DEVICES_ENROLMENT: "code",
  });
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

async function sit(login, look = { language: "en" }) {
  const seat = await browser.seat(company.url, look);
  seats.push(seat);
  await seat.signIn(login);
  return seat;
}

const dialog = (seat) => seat.page.getByRole("dialog");
const drawer = (seat) => seat.page.getByRole("complementary", { name: / · / });
const press = (seat, name) => seat.page.getByRole("button", { name, exact: true }).click();
async function confirm(seat, name) {
  await dialog(seat).getByRole("button", { name, exact: true }).click();
  await dialog(seat).waitFor({ state: "detached" });
}

const deviceOf = async (seat, code) => {
  const reply = await seat.context.request.get(company.url + "/v1/devices");
  const { devices } = await reply.json();
  const found = devices.find((device) => device.code === code);
  assert.ok(found, `no device ${code}`);
  return found;
};

// A tablet that was let in by the command line, and its code.
function admitted(login) {
  const told = company.command("device", "code", login);
  const code = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(told)[0];
  const tablet = new Tablet(company, login, code);
  tablets.push(tablet);
  tablet.device = tablet.command("status").device_code;
  company.command("device", "approve", tablet.device);
  tablet.command("sync");
  return tablet;
}

test("a code made in the console enrols a tablet, which works once it is approved there", async () => {
  const seat = await sit("admin");
  await seat.open("/app/devices");
  await press(seat, "Enrol a tablet");
  await dialog(seat).getByLabel("Whose tablet it is").selectOption({ label: "Emma Clarke (emma)" });
  await seat.expectInOrder("the dialog of an enrolment");
  await dialog(seat).getByRole("button", { name: "Make a code" }).click();
  await dialog(seat).getByRole("img", { name: "The code as a picture for the tablet's camera" }).waitFor();
  await seat.expectInOrder("a code");
  const told = await dialog(seat).locator(".invitation-code").innerText();
  const code = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(told)[0];
  await seat.page.keyboard.press("Escape");
  await dialog(seat).waitFor({ state: "detached" });

  const tablet = new Tablet(company, "emma", code);
  tablets.push(tablet);
  assert.equal(tablet.refusal("sync"), "device.pending");

  await seat.open("/app/devices?state=pending");
  await seat.page.getByRole("row", { name: /Emma Clarke/ }).click();
  await drawer(seat).getByText("waits for approval").waitFor();
  await drawer(seat).getByRole("button", { name: "Approve" }).click();
  await seat.expectInOrder("the dialog of an approval");
  await confirm(seat, "Approve the tablet");
  await drawer(seat).getByText("Approved by").waitFor();
  tablet.command("sync");
  assert.ok(tablet.command("list", "customer", "--limit", "1"));
  assert.deepEqual(seat.objections, []);
});

test("a tablet is locked with a reason and the keyboard alone, refused, and unlocked", async () => {
  const tablet = admitted("lin");
  const seat = await sit("admin");
  await seat.open("/app/devices");
  const keys = seat.page.keyboard;
  await seat.page.getByRole("row", { name: new RegExp(tablet.device) }).focus();
  await keys.press("Enter");
  await drawer(seat).getByText("Changes delivered").waitFor();
  await seat.settled();
  await seat.expectInOrder("an open tablet");
  await drawer(seat).getByRole("button", { name: "Lock…" }).focus();
  await keys.press("Enter");
  const lock = dialog(seat).getByRole("button", { name: "Lock the tablet" });
  assert.ok(await lock.isDisabled(), "nobody is shut out without a reason");
  await dialog(seat).getByLabel("Reason").focus();
  await keys.type("Left on a train");
  await seat.expectInOrder("the dialog of a lock");
  await keys.press("Enter");
  await dialog(seat).waitFor({ state: "detached" });

  await drawer(seat).getByText("Reason: Left on a train.").waitFor();
  await drawer(seat).getByText("Locked by").waitFor();
  assert.equal((await deviceOf(seat, tablet.device)).state, "locked");
  assert.equal(tablet.refusal("sync"), "device.locked");

  await drawer(seat).getByRole("button", { name: "Unlock…" }).click();
  await confirm(seat, "Unlock the tablet");
  await drawer(seat).getByText("Unlocked by").waitFor();
  tablet.signIn();
  tablet.command("sync");

  // Back to the list, where it was left.
  await keys.press("Escape");
  await drawer(seat).waitFor({ state: "detached" });
  await seat.page.waitForFunction(() => document.activeElement.getAttribute("role") === "row");
  assert.deepEqual(seat.objections, []);
});

test("a tablet is wiped once its code was typed, delivers first, and its receipt is shown", async () => {
  const tablet = admitted("wang");
  tablet.command("add", "lead", "name=Wok House", "phone=13800138000");
  const seat = await sit("admin");
  await seat.open(`/app/devices/${(await deviceOf(seat, tablet.device)).device}`);
  await press(seat, "Wipe…");
  const wipe = dialog(seat).getByRole("button", { name: "Wipe the tablet" });
  await dialog(seat).getByLabel("Reason").fill("Stolen");
  assert.ok(await wipe.isDisabled(), "it must be this tablet and no other");
  await dialog(seat).getByLabel(/type the code of the tablet/).fill(tablet.device);
  await seat.expectInOrder("the dialog of a wipe");
  await confirm(seat, "Wipe the tablet");
  await drawer(seat).getByText("It will be wiped at its next contact").waitFor();

  assert.equal(tablet.refusal("sync"), "device.wiped");
  await seat.open(`/app/devices/${(await deviceOf(seat, tablet.device)).device}`);
  await drawer(seat).getByRole("heading", { name: "Receipt of the wipe" }).waitFor();
  await drawer(seat).getByText("What was destroyed, and the signature").click();
  await drawer(seat).locator(".device-signature").waitFor();
  await seat.expectInOrder("a wiped tablet");
  await seat.open("/app/devices?state=wiped");
  assert.equal(await seat.page.getByRole("row", { name: /Wiped/ }).count(), 1);
  assert.deepEqual(seat.objections, []);
});

test("an open tablet, its dialogs and the page of its user are in order at three sizes", async () => {
  const tablet = admitted("lin");
  for (const size of Object.keys(sizes)) {
    const seat = await sit("admin", { size, language: "zh", theme: size === "tablet" ? "dark" : "light" });
    const { device, user } = await deviceOf(seat, tablet.device);
    await seat.open(`/app/devices/${device}`);
    await drawer(seat).getByText("送达", { exact: false }).first().waitFor();
    await seat.expectInOrder(`an open tablet, ${size}`);
    for (const [command, action] of [["锁定…", "锁定平板"], ["重新获取…", "重新获取全部内容"], ["吊销…", "吊销平板"], ["擦除…", "擦除平板"]]) {
      await press(seat, command);
      await dialog(seat).getByRole("button", { name: action }).waitFor();
      await seat.expectInOrder(`${action}, ${size}`);
      await seat.page.keyboard.press("Escape");
      await dialog(seat).waitFor({ state: "detached" });
    }
    await seat.open(`/app/people/${user}`);
    await seat.expectInOrder(`the page of a person, ${size}`);
  }
});

test("what waits on a tablet and how long it has been silent are shown and filtered by", async () => {
  const tablet = admitted("chen");
  const seat = await sit("admin");
  const row = seat.page.getByRole("row", { name: new RegExp(tablet.device) });
  await seat.open("/app/devices?silence=7");
  assert.equal(await row.count(), 0);
  const now = Date.now();
  await seat.page.clock.setFixedTime(now + 9 * 24 * 60 * 60 * 1000);
  await seat.open("/app/devices?silence=7");
  await row.waitFor();
  await row.getByText("Silent for 9 days").first().waitFor();
  await seat.page.clock.setFixedTime(now);
  await seat.open("/app/devices?look=unsent");
  assert.equal(await row.count(), 0);
  await seat.open("/app/devices");
  await seat.page.getByRole("searchbox").fill("nobody of this name");
  await seat.page.getByText("No tablet fits these words and conditions.").waitFor();
  await seat.page.getByRole("searchbox").fill(tablet.device.toLowerCase());
  await row.waitFor();
});

test("executives look at tablets and order nothing, managers find only their own", async () => {
  const tablet = admitted("zhou");
  const chief = await sit("fang");
  await chief.open(`/app/devices/${(await deviceOf(chief, tablet.device)).device}`);
  await drawer(chief).getByText("Changes delivered").waitFor();
  assert.equal(await chief.page.getByRole("button", { name: "Lock…" }).count(), 0);
  assert.equal(await chief.page.getByRole("button", { name: "Enrol a tablet" }).count(), 0);

  const manager = await sit("zhou");
  assert.equal(await manager.page.getByRole("link", { name: "Tablets" }).count(), 0);
  await manager.page.getByRole("link", { name: "周建国" }).click();
  const mine = manager.page.getByRole("region", { name: "My tablets" });
  await mine.getByText(new RegExp(`^${tablet.device} · `)).first().waitFor();
  // Loaded anew: the kit's announcement of the sign-in that has just happened names a button that is gone.
  await manager.open("/app/account");
  await manager.expectInOrder("one's own account");
  assert.deepEqual(manager.objections, []);
});
