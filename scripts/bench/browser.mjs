import { chromium } from "@playwright/test";
import { findBrowser } from "../find-browser.mjs";

const ARGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"];

/** Starts a browser, hands it and its process id to `work`, and stops it again. Gives what `work` gives. */
export async function withBrowser(work) {
  const executablePath = findBrowser() ?? undefined;
  const server = await chromium.launchServer({ args: ARGS, ...(executablePath ? { executablePath } : {}) });
  const browser = await chromium.connect(server.wsEndpoint());
  try {
    return await work(browser, server.process().pid);
  } finally {
    await browser.close();
    await server.close();
  }
}

/** Does `work` over a chosen file in a page of its own, so that what one run left behind weighs on no other. */
export async function inPage(browser, url, file, work) {
  const page = await browser.newPage();
  page.setDefaultTimeout(600_000);
  await page.goto(url);
  await page.locator("input").setInputFiles(file);
  const result = await page.evaluate(work);
  await page.close();
  return result;
}
