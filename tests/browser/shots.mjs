// Pictures of the console's pages in build/shots/console, to be looked at: for each role and page, wide in Chinese and light, wide in
// English and dark, on a tablet and on a phone. Called by ./dev shots; with arguments, only the roles named (zhou, fang, ban, admin).
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { Browser } from "./browser.mjs";
import { Company } from "./company.mjs";
import { Tablet } from "./tablet.mjs";

const out = new URL("../../build/shots/console", import.meta.url).pathname;
mkdirSync(out, { recursive: true });
const looks = [
  { size: "wide", language: "zh", theme: "light" },
  { size: "wide", language: "en", theme: "dark" },
  { size: "tablet", language: "en", theme: "light" },
  { size: "phone", language: "zh", theme: "dark" },
];
const named = process.argv.slice(2);
const logins = named.length > 0 ? named : ["zhou", "admin"];

const company = await Company.start();
const browser = await Browser.start();
const tablets = ["lin", "wang"].map((login) => Tablet.synced(company, login));
try {
  for (const look of looks) {
    const words = Object.values(look).join("-");
    for (const login of logins) {
      const seat = await browser.seat(company.url, look);
      await seat.page.goto(company.url + "/");
      if (login === logins[0]) {
        await seat.page.locator("input[type=password]").waitFor();
        await seat.page.screenshot({ path: join(out, `sign-in-${words}.png`) });
      }
      await seat.signIn(login);
      const paths = await seat.page
        .locator(".sidebar-link, .sidebar-account")
        .evaluateAll((links) => links.map((link) => link.getAttribute("href")));
      for (const path of paths) {
        await seat.open(path);
        await seat.page.screenshot({ path: join(out, `${login}${path.replaceAll("/", "-")}-${words}.png`) });
      }
      for (const objection of seat.objections) console.error(`${login} ${words}: ${objection}`);
      if (seat.objections.length > 0) process.exitCode = 1;
      await seat.leave();
    }
  }
} finally {
  tablets.forEach((tablet) => tablet.end());
  await browser.stop();
  await company.stop();
}
