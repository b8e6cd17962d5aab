import type { Page } from '../browser.js';
import { SECRET_WORD, type Target } from './target.js';

/** Something that must not make a mail leave, nor show it to anybody but its person. */
export interface Attack {
  readonly name: string;
  /** Does it, and says what is to be seen of it. */
  readonly run: (target: Target) => Promise<void>;
  /** Mails that leave because their person approved them properly. Default: 0. */
  readonly sends?: number;
}

export interface Table {
  readonly name: string;
  readonly attacks: readonly Attack[];
}

/** What a person who was refused can do next. */
const NEXT_STEP =
  /Ask your agent|Open the link of your agent again|close this page|Look in Microsoft 365|Open the page that helps|sign in again|Let the person/;

/** A page that says no, what to do, and nothing of the request. */
export function refused(page: Page, title: string): void {
  expect({ title: page.title, isError: page.status >= 400 }).toEqual({ title, isError: true });
  expect(wordsOf(page)).toMatch(NEXT_STEP);
  hidden(page);
}

/** Nothing of the request is on it. */
export function hidden(page: Pick<Page, 'html' | 'headers'>): void {
  expect(page.html).not.toContain(SECRET_WORD);
  expect(JSON.stringify([...page.headers])).not.toContain(SECRET_WORD);
}

export function titled(page: Page, title: string): void {
  expect(page.title).toBe(title);
}

function wordsOf({ html }: Page): string {
  return html
    .slice(html.indexOf('<h1>'))
    .replace(/<[^<>]*>/g, ' ')
    .replace(/\s+/g, ' ');
}
