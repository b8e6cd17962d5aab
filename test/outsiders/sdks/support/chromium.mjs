import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { THE_END } from './client.mjs';

const PLACES = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** A real browser, or an error that says how to get one. */
export function startChromium() {
  const executablePath = PLACES.find((path) => path && existsSync(path));
  if (!executablePath)
    throw new Error('There is no Chromium: install it (apt-get install chromium) or name it in CHROMIUM.');
  return chromium.launch({ executablePath, args: ['--no-sandbox'] });
}

/** Presses what the pages offer of these buttons, from an address on, until the program has its answer and says so. */
export async function signInWith(browser, url, names, ending = THE_END) {
  // The certificate is of the local tenant; this context meets nothing else.
  const context = await browser.newContext({ ignoreHTTPSErrors: true });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  await page.goto(String(url));
  const end = page.getByText(ending);
  for (const name of names) {
    const button = page.getByRole('button', { name }).first();
    await button.or(end).first().waitFor();
    if (await end.isVisible()) break;
    await button.click();
  }
  await end.waitFor();
  await context.close();
}
