// What a person does on the playground's page, by the names that a screen reader would say.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

export const messages = (page) => page.getByRole('log', { name: 'Messages' });
export const trace = (page) => page.getByRole('list', { name: 'Trace lines' });

export async function ask(page, request) {
  await page.getByRole('textbox', { name: /^Ask the agent as/ }).fill(request);
  await page.getByRole('button', { name: 'Send' }).click();
}

export async function choose(page, field, option) {
  await page.getByRole('combobox', { name: field }).selectOption({ label: option });
}

const consentLink = (page) => messages(page).getByRole('link', { name: 'Sign in and consent' });

/** The consent link in its own tab. */
export async function openConsent(page, context, link = consentLink(page)) {
  const [tab] = await Promise.all([context.waitForEvent('page'), link.click()]);
  return tab;
}

/** Follows a consent link in its own tab, as the person of this first name. */
export async function consent(page, context, firstName, link = consentLink(page)) {
  const tab = await openConsent(page, context, link);
  await tab.getByRole('button', { name: new RegExp(firstName) }).click();
  const accept = tab.getByRole('button', { name: /^(Accept|Agree|Yes)/ });
  const connected = tab.getByText('You are connected');
  await accept.or(connected).first().waitFor();
  if (await accept.isVisible()) await accept.click();
  await connected.waitFor();
  await tab.close();
}

/** @throws Error naming what a checker of accessibility finds serious or critical */
export async function assertAccessible(page) {
  await page.evaluate(await readFile(AXE, 'utf8'));
  // Fluent's tabs catch the focus with elements that hand it on at once; a checker cannot see that.
  const { violations } = await page.evaluate(() => globalThis.axe.run({ exclude: ['[data-tabster-dummy]'] }));
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  const words = serious.map(
    ({ id, nodes }) =>
      `${id} (${nodes
        .map(({ target }) => target.join(' '))
        .slice(0, 3)
        .join('; ')})`,
  );
  if (words.length > 0) throw new Error(`accessibility: ${words.join(', ')}`);
}

export function must(condition, otherwise) {
  if (!condition) throw new Error(otherwise);
}
