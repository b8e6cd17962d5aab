import type { Page } from '../../approvals/browser.js';
import { anna, askForToken, authorizeUrl, type Front } from '../support.js';

/** Something that must not give a client what its person did not approve. */
export interface Attack {
  readonly name: string;
  readonly run: (front: Front) => Promise<void>;
}

export interface Table {
  readonly name: string;
  readonly attacks: readonly Attack[];
}

export const UNKNOWN_CLIENT = 'This application is not known here';
export const WRONG_REDIRECT = 'This application cannot be answered there';
export const CANNOT_BEGIN = 'This sign-in cannot begin';
export const NOT_BEGUN_HERE = 'This sign-in was not begun in this browser';
export const NOT_FROM_OUR_PAGE = 'This did not come from the page of consent';

/** A page that says no and sends the browser nowhere. */
export function refused(page: Page, title: string): void {
  expect({ title: page.title, isError: page.status >= 400, next: page.next }).toEqual({ title, isError: true });
  expect(page.html).not.toMatch(/<form|<script|http-equiv="refresh"|<a /);
}

/** An authorization request that ends on a page. */
export function onPage(name: string, title: string, change: Readonly<Record<string, string | undefined>>): Attack {
  return { name, run: async (front) => refused(await anna().browser.open(authorizeUrl(front, change)), title) };
}

/** An authorization request whose client is told of the error, at its registered redirect URI. */
export function toldClient(name: string, error: string, change: Readonly<Record<string, string | undefined>>): Attack {
  return {
    name,
    run: async (front) => {
      const { browser } = anna();
      browser.stopsBefore = '/done?';
      const { next } = await browser.open(authorizeUrl(front, { state: 'abc', ...change }));
      expect(`${next?.origin}${next?.pathname}`).toBe('http://127.0.0.1:33418/done');
      const { code, iss, ...told } = Object.fromEntries(next?.searchParams ?? []);
      expect({ error: told.error, code, iss }).toEqual({ error, code: undefined, iss: front.origin });
      expect(browser.cookies.size).toBe(0);
    },
  };
}

/** A token request that is refused with this error, and with nothing else. */
export async function noToken(
  front: Front,
  error: string,
  parameters: Readonly<Record<string, string | undefined>>,
): Promise<void> {
  const { status, body, headers } = await askForToken(front, parameters);
  expect({ status, error: body.error }).toEqual({ status: error === 'invalid_client' ? 401 : 400, error });
  expect(Object.keys(body).sort()).toEqual(['error', 'error_description']);
  expect(headers.get('cache-control')).toBe('no-store');
}
