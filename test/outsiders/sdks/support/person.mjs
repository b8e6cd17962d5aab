import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Browser, hiddenFields } from '../../../local-tenant/entra/browser.ts';

/** Somebody who signs in on Entra's pages. */
export class Person {
  #browser = new Browser();
  #tenant;
  #name;

  constructor(tenant, name = 'Anna Berg') {
    this.#tenant = tenant;
    this.#name = name;
  }

  /** Follows an authorization request; where it ends. */
  async signIn(url) {
    return (await this.#goOn(await this.#browser.open(url))).location;
  }

  /** Types the code that a device shows. */
  async enter(userCode) {
    const body = new URLSearchParams({ user_code: userCode, decision: 'next' });
    const url = `${this.#tenant.entraUrl}/devicelogin`;
    const page = await this.#browser.take(await fetch(url, { method: 'POST', redirect: 'manual', body }));
    await this.#browser.open((await this.#goOn(page)).location);
  }

  /** Signs in on the page that something opens in the browser of this machine: the program that `BROWSER` names. */
  async inBrowser(act) {
    const folder = await mkdtemp(join(tmpdir(), 'browser-'));
    const [program, opened] = [join(folder, 'browser.sh'), join(folder, 'address')];
    await writeFile(program, `#!/bin/sh\nprintf '%s' "$1" > '${opened}.new' && mv '${opened}.new' '${opened}'\n`, {
      mode: 0o700,
    });
    const before = process.env.BROWSER;
    process.env.BROWSER = program;
    try {
      const done = act();
      const address = await Promise.race([this.#addressIn(opened), done.then(() => undefined)]);
      await this.#bring(await this.#goOn(await this.#browser.open(address)));
      return await done;
    } finally {
      if (before === undefined) delete process.env.BROWSER;
      else process.env.BROWSER = before;
      await rm(folder, { recursive: true });
    }
  }

  async #addressIn(file) {
    for (;;) {
      const address = await readFile(file, 'utf8').catch(() => undefined);
      if (address) return address;
      await wait(20);
    }
  }

  async #goOn(first) {
    let page = first;
    for (const words of [this.#name, 'Accept']) {
      if (page.location !== undefined || isPosted(page)) break;
      page = await this.#browser.press(page, words, this.#tenant.entraUrl);
    }
    return page;
  }

  /** Brings the answer to the client, as its redirect or as the form that posts itself. */
  async #bring({ location, html }) {
    if (location !== undefined) return fetch(location);
    const [, action] = /<form[^>]*action="([^"]+)"/.exec(html);
    return fetch(action, { method: 'POST', body: new URLSearchParams(hiddenFields(html)) });
  }
}

function isPosted({ html }) {
  return html.includes('document.forms[0].submit()');
}
