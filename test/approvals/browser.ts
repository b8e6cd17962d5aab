import { hiddenFields } from '../local-tenant/entra/browser.js';

/** What a browser without scripts has after it followed every redirect. */
export interface Page {
  readonly url: URL;
  readonly status: number;
  readonly html: string;
  readonly title: string;
  readonly headers: Headers;
  /** Where the browser would have gone on to, had it not stopped. */
  readonly next?: URL;
}

/** Keeps cookies as a browser does, sends what it sends, and follows redirects. */
export class Browser {
  readonly cookies = new Map<string, string>();
  /** Stops before an address that contains this. */
  stopsBefore: string | undefined;

  open(url: string | URL, headers: Record<string, string> = {}): Promise<Page> {
    return this.#request(new URL(url), { headers });
  }

  /** Presses a button of the page's form. */
  press(page: Page, words: string, headers: Record<string, string> = SAME_ORIGIN): Promise<Page> {
    const body = new URLSearchParams({ ...hiddenFields(page.html), ...button(page.html, words) });
    return this.post(actionOf(page), body, headers);
  }

  post(url: URL, body: URLSearchParams, headers: Record<string, string> = SAME_ORIGIN): Promise<Page> {
    return this.#request(url, { method: 'POST', body, headers });
  }

  async #request(url: URL, init: RequestInit & { readonly headers: Record<string, string> }, hops = 0): Promise<Page> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(url, { ...init, redirect: 'manual', headers: { ...init.headers, cookie } });
    for (const set of response.headers.getSetCookie()) this.#take(set);
    const html = await response.text();
    const target = response.headers.get('location') ?? refreshOf(html);
    const next = target === undefined ? undefined : new URL(target, url);
    const isWanted = this.stopsBefore === undefined || !next?.href.includes(this.stopsBefore);
    if (next && isWanted && hops < 10) return this.#request(next, { headers: {} }, hops + 1);
    const title = unescape(/<h1>([^<]*)<\/h1>/.exec(html)?.[1] ?? '');
    return { url, status: response.status, html, title, headers: response.headers, next };
  }

  #take(set: string): void {
    const [pair = ''] = set.split(';');
    const [name = '', value = ''] = [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)];
    if (/expires=thu, 01 jan 1970/i.test(set)) this.cookies.delete(name);
    else this.cookies.set(name, value);
  }
}

export const SAME_ORIGIN = { origin: 'null', 'sec-fetch-site': 'same-origin' };

/** Where the page's form is sent. */
export function actionOf({ html, url }: Page): URL {
  return new URL(/<form[^>]*action="([^"]+)"/.exec(html)?.[1] ?? '', url);
}

function button(html: string, words: string): Record<string, string> {
  const buttons = html.matchAll(/<button[^>]*name="([^"]+)" value="([^"]+)"[^>]*>([\s\S]*?)<\/button>/g);
  for (const [, name = '', value = '', text = ''] of buttons) if (text.includes(words)) return { [name]: value };
  throw new Error(`The page has no button "${words}":\n${html}`);
}

function refreshOf(html: string): string | undefined {
  const url = /http-equiv="refresh" content="0; url=([^"]+)"/.exec(html)?.[1];
  return url === undefined ? undefined : unescape(url);
}

function unescape(text: string): string {
  return text.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
}
