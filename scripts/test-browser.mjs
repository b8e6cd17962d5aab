// `npm run test:browser [-- words…]`: the playground in a real Chromium, as a newcomer would use it; with words, the
// stories whose names have them. Screenshots: .behalf/screenshots.
import { existsSync, mkdirSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { startRun } from './browser/run.mjs';
import { STORIES } from './browser/stories.mjs';

const executablePath = [
  process.env.CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
]
  .filter(Boolean)
  .find((path) => existsSync(path));
if (!executablePath) {
  process.stderr.write('There is no Chromium: install it (Debian: apt-get install chromium) or name it in CHROMIUM.\n');
  process.exit(1);
}

mkdirSync('.behalf/screenshots', { recursive: true });
const run = await startRun();
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
let failed = 0;
const words = process.argv.slice(2);
const stories = Object.entries(STORIES).filter(
  ([name]) => words.length === 0 || words.some((one) => name.includes(one)),
);
for (const [name, story] of stories) {
  const problem = await run.tell(browser, name, story);
  process.stdout.write(`${problem ? 'FAIL' : 'ok  '}  ${name}\n${problem ? `      ${problem}\n` : ''}`);
  if (problem) failed++;
}
await browser.close();
await run.close();
process.stdout.write(`${stories.length - failed} passed, ${failed} failed\n`);
process.exit(failed === 0 ? 0 : 1);
