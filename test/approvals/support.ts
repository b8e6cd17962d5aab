import type { Behalf } from '../support/behalf.js';
import { callTool, toolData, toolError } from '../support/mcp.js';
import { Browser, type Page } from './browser.js';

export const SCOPE = 'User.Read MailboxSettings.Read Calendars.ReadWrite Mail.ReadWrite Mail.Send Files.ReadWrite';
export const BEN = 'ben.carter@fernglas.example';
export const OUTSIDER = 'partner@elsewhere.example';

/** Somebody at a browser. */
export class Person {
  /** @param name as the sign-in page shows it */
  constructor(
    readonly name: string,
    readonly browser = new Browser(),
  ) {}

  /** Opens a link, and signs in and consents where Entra asks for it. */
  async open(link = ''): Promise<Page> {
    return this.signIn(await this.browser.open(link));
  }

  async signIn(page: Page): Promise<Page> {
    let now = page;
    for (let tries = 0; isOfEntra(now) && tries < 5; tries++) {
      const words = now.html.includes('>Accept<') ? 'Accept' : this.name;
      now = await this.browser.press(now, words, {});
    }
    return now;
  }

  decide(page: Page, button: 'Approve and do it' | 'Decline'): Promise<Page> {
    return button === 'Decline' ? this.decline(page) : this.approve(page);
  }

  async approve(page: Page): Promise<Page> {
    return this.signIn(await this.browser.press(page, 'Approve and do it'));
  }

  decline(page: Page): Promise<Page> {
    return this.browser.press(page, 'Decline');
  }
}

function isOfEntra({ html }: Page): boolean {
  return html.includes('· Local tenant</title>') && html.includes('<form');
}

/** An agent that acts for somebody. */
export class Agent {
  constructor(
    readonly behalf: Behalf,
    readonly token: string,
  ) {}

  do<Data = Record<string, unknown>>(name: string, args: object): Promise<Data> {
    return toolData<Data>(this.behalf.url, this.token, name, args);
  }

  async refused(name: string, args: object) {
    return toolError(await callTool(this.behalf.url, this.token, name, args));
  }

  async draftTo(to: string, more: object = {}): Promise<string> {
    const args = { to: [to], subject: 'Offer', body: 'The offer is attached.', ...more };
    return (await this.do<{ messageId: string }>('mail_create_draft', args)).messageId;
  }

  /** Subjects of what was sent. */
  async sent(): Promise<readonly string[]> {
    const args = { folder: 'sentitems', limit: 50 };
    const { messages } = await this.do<{ messages: { subject: string }[] }>('mail_search', args);
    return messages.map(({ subject }) => subject);
  }
}
