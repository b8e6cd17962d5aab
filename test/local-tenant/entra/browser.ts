/** A page or redirect, as a browser without scripts sees it. */
export interface Page {
  readonly status: number;
  readonly location?: URL;
  readonly html: string;
  readonly title: string;
  readonly headers: Headers;
}

/** A browser as far as the sign-in pages need one: cookies, forms, and redirects that it shows instead of following. */
export class Browser {
  #cookie = '';

  async open(url: string | URL): Promise<Page> {
    return this.#read(await fetch(url, { redirect: 'manual', headers: { cookie: this.#cookie } }));
  }

  /** Presses the button of the page's form whose text contains the words. */
  async press(page: Page, words: string, origin: string): Promise<Page> {
    const action = /<form[^>]*action="([^"]+)"/.exec(page.html)?.[1] ?? '';
    const body = new URLSearchParams(hiddenFields(page.html));
    const [name, value] = button(page.html, words);
    body.set(name, value);
    const headers = { cookie: this.#cookie };
    return this.#read(await fetch(new URL(action, origin), { method: 'POST', redirect: 'manual', headers, body }));
  }

  /** A page that came some other way than by opening it. */
  take(response: Response): Promise<Page> {
    return this.#read(response);
  }

  async #read(response: Response): Promise<Page> {
    const set = response.headers.get('set-cookie');
    if (set !== null) this.#cookie = set.split(';')[0] ?? '';
    const html = await response.text();
    const location = response.headers.get('location');
    return {
      status: response.status,
      location: location === null ? undefined : new URL(location),
      html,
      title: /<h1>([^<]*)<\/h1>/.exec(html)?.[1] ?? '',
      headers: response.headers,
    };
  }
}

export function hiddenFields(html: string): Record<string, string> {
  const fields = [...html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)];
  return Object.fromEntries(fields.map(([, name = '', value = '']) => [name, unescape(value)]));
}

function button(html: string, words: string): [string, string] {
  for (const [, name = '', value = '', text = ''] of html.matchAll(
    /<button[^>]*name="([^"]+)" value="([^"]+)"[^>]*>([\s\S]*?)<\/button>/g,
  ))
    if (text.includes(words)) return [name, value];
  throw new Error(`The page has no button "${words}":\n${html}`);
}

function unescape(text: string): string {
  return text.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
}
