import type { ApprovalOutcome } from '@app/domain';
import { html, type Html } from '../browser/html.js';
import type { Page } from '../browser/page.js';

const ASK_AGAIN = 'Nothing was done. Ask your agent again to get a new link.';

export const UNKNOWN_LINK = plain(
  404,
  'This link cannot be read',
  `It is not whole, or it was made by another server. ${ASK_AGAIN}`,
);
export const LINK_OVER = plain(410, 'This link is over', `It could be used for a few minutes only. ${ASK_AGAIN}`);
export const NOT_ALLOWED_NOW = plain(
  403,
  'This is not allowed any more',
  'Since your agent asked, what it wanted to do was switched off for everybody on this server. Nothing was done; you can close this page.',
);
export const NOT_NEEDED_NOW = plain(
  410,
  'This link is not needed any more',
  'This server does not ask people to approve any more, so there is nothing to decide here. This link did nothing. Ask your agent whether it is done; if it is not, and you still want it, ask your agent again.',
);
export const NOT_BEGUN_HERE = plain(
  400,
  'This sign-in was not begun in this browser',
  'Or it took too long, or the page was opened twice. Nothing was done. Open the link of your agent again.',
);
export const NOT_SIGNED_IN = plain(
  403,
  'You did not sign in',
  'Nothing was done. Open the link of your agent again to decide.',
);
export const OTHER_PERSON = plain(
  403,
  'This request is for another person',
  'You signed in with another account than the one your agent acts for. Nothing was done. Open the link again and choose the right account; if it was sent to you by somebody else, close this page.',
);
export const NOT_FROM_OUR_PAGE = plain(
  403,
  'This did not come from the page of approval',
  'Nothing was done. Open the link of your agent again.',
);
export const RUNNING = plain(
  409,
  'This is being done already',
  'Ask your agent whether it is done before you try again.',
);
export const DECLINED = plain(
  200,
  'You declined',
  'Nothing was done. Your agent is told so when it asks. You can close this page.',
);
export const FAILED = plain(
  500,
  'This did not work',
  'Something went wrong in the server. Look in Microsoft 365 whether it was done before you try again.',
);

/** @param why a sentence of an error of ours; texts of others in it are escaped like everything else */
export function cannotBeDone(why: string, userAction: string | undefined, url?: string): Page {
  const link = url?.startsWith('https:') && html`<p><a href="${url}" rel="noreferrer">Open the page that helps</a></p>`;
  return {
    title: 'This cannot be done',
    status: 409,
    body: html`<p>${why} ${userAction}</p>
      ${link}
      <p>Open the link of your agent again to see how it is now.</p>`,
  };
}

export function done(summary: Html): Page {
  return {
    title: 'Done',
    body: html`<section role="status">
      ${summary}
      <p>You can close this page.</p>
    </section>`,
  };
}

export function decided({ kind, at }: ApprovalOutcome): Page {
  const time = html`<time datetime="${at.toISOString()}">${at.toISOString().slice(0, 16).replace('T', ' ')} UTC</time>`;
  return kind === 'done'
    ? { title: 'This is done already', body: html`<p>You approved it, and it was carried out at ${time}.</p>` }
    : { title: 'You declined this', body: html`<p>You declined it at ${time}. Nothing was done.</p>` };
}

function plain(status: number, title: string, text: string): Page {
  return { status, title, body: html`<p>${text}</p>` };
}
