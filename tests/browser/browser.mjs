/* Debian's Chromium, and a page of it that keeps what must not happen: requests and errors. */
import {existsSync} from "node:fs";

export const CHROMIUM = "/usr/bin/chromium";

/* Why there is no browser here, or "". */
export const missing = async () => {
  if (!existsSync(CHROMIUM))
    return CHROMIUM + " is not installed";
  return import("playwright-core").then(() => "", () => "playwright-core is not installed: run npm ci in tests/browser");
};

export const launch = async () => {
  const {chromium} = await import("playwright-core");
  return chromium.launch({
    executablePath: CHROMIUM,
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
           "--disable-component-update", "--disable-sync"],
  });
};

/* Opens file:///…/index.html. page.faults: whatever was requested beside it, and every error and warning. */
export const open = async (browser, file, options = {}) => {
  const context = await browser.newContext({viewport: {width: 1280, height: 900}, ...options});
  const page = await context.newPage();
  const url = "file://" + file;
  page.faults = [];
  page.on("request", request => request.url().split("#")[0] === url || page.faults.push("request " + request.url()));
  page.on("console", message => page.faults.push(message.type() + " " + message.text()));
  page.on("pageerror", error => page.faults.push("error " + error.message));
  await page.goto(url);
  return page;
};
