import { html } from '../browser/html.js';
import type { Page } from '../browser/page.js';

const BACK = 'Go back to the application and sign in again.';

export const UNKNOWN_CLIENT = plain(
  'This application is not known here',
  'Its client_id is neither registered with this server nor the URL of a metadata document that this server takes. An administrator of this server can add it.',
);
export const WRONG_REDIRECT = plain(
  'This application cannot be answered there',
  'Its redirect_uri is not one that is registered for it. Nothing was sent there. If you came from a link that somebody sent you, close this page.',
);
export const NOT_BEGUN_HERE = plain(
  'This sign-in was not begun in this browser',
  `Or it took too long, or the page was opened twice. ${BACK}`,
);
export const NOT_FROM_OUR_PAGE = plain(
  'This did not come from the page of consent',
  `Nothing was granted. ${BACK}`,
  403,
);

/** @param why a sentence of ours */
export function wrongRequest(why: string): Page {
  return plain('This sign-in cannot begin', `${why} The application has to change its request.`);
}

/** @param why the end of a sentence about the document */
export function unusableDocument(why: string): Page {
  return plain(
    'This application cannot be looked up',
    `It is known by a metadata document at the address in its client_id. The document ${why}. Nothing was granted.`,
  );
}

/** On to Entra, by the browser itself. */
export function goOn(url: string): Page {
  return { title: 'One moment', body: html`<p>You sign in next. <a href="${url}">Go on</a></p>`, goesOnTo: url };
}

/** Back to the application that was declined. */
export function goBack(url: string): Page {
  const body = html`<p>The application is told so and gets nothing. <a href="${url}">Go back to it</a></p>`;
  return { title: 'You declined', body, goesOnTo: url };
}

function plain(title: string, text: string, status = 400): Page {
  return { status, title, body: html`<p>${text}</p>` };
}
