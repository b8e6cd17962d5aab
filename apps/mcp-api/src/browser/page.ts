import type { RequestHandler, Response } from 'express';
import { createHash } from 'node:crypto';
import { html, Html } from './html.js';
import { STYLE } from './style.js';

export interface Page {
  readonly title: string;
  readonly body: Html;
  readonly status?: number;
  /** Where the browser goes on by itself. */
  readonly goesOnTo?: string;
}

const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64');

/** Nothing is loaded, framed, sent elsewhere or kept. */
const HEADERS: Readonly<Record<string, string>> = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy': `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'`,
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'X-Robots-Tag': 'noindex, nofollow',
};

/** For everything below the path of the pages, what is refused too. */
export const protectPages: RequestHandler = (_request, response, next) => {
  response.set(HEADERS);
  next();
};

export function sendPage(response: Response, { title, body, status = 200, goesOnTo }: Page): void {
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        ${goesOnTo !== undefined && html`<meta http-equiv="refresh" content="0; url=${goesOnTo}" />`}
        <title>${title} · Behalf</title>
        ${new Html(`<style>${STYLE}</style>`)}
      </head>
      <body>
        <header><p>Behalf</p></header>
        <main>
          <h1>${title}</h1>
          ${body}
        </main>
      </body>
    </html>`;
  response.status(status).type('html').send(page.text);
}

export function sendRedirect(response: Response, url: string): void {
  response.redirect(303, url);
}
