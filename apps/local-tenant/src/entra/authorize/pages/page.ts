import type { Response } from 'express';
import { html, type Html } from './html.js';

export interface PageOptions {
  readonly title: string;
  readonly body: Html;
  readonly status?: number;
  /** Allows inline scripts that carry it. */
  readonly scriptNonce?: string;
}

/** Sends a page of the sign-in; nothing outside it can be loaded, and nothing can frame it. */
export function sendPage(response: Response, { title, body, status = 200, scriptNonce }: PageOptions): void {
  const scripts = scriptNonce === undefined ? '' : `; script-src 'nonce-${scriptNonce}'`;
  response
    .status(status)
    .set({
      'Cache-Control': 'no-store',
      'Content-Security-Policy': `default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'${scripts}`,
      'Referrer-Policy': 'no-referrer',
      'X-Frame-Options': 'DENY',
    })
    .type('html')
    .send(document(title, body).text);
}

function document(title: string, body: Html): Html {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} · Local tenant</title>
        <style>
          :root {
            color-scheme: light dark;
            font:
              100%/1.5 system-ui,
              sans-serif;
          }
          body {
            display: grid;
            place-items: center;
            min-height: 100vh;
            margin: 0;
            background: Canvas;
            color: CanvasText;
          }
          main {
            width: min(26rem, 90vw);
            padding: 1.5rem 2rem;
            border: 1px solid GrayText;
            border-radius: 0.5rem;
          }
          h1 {
            font-size: 1.3rem;
            margin: 0 0 1rem;
          }
          ul {
            padding-left: 1.2rem;
          }
          button {
            font: inherit;
            padding: 0.5rem 1rem;
            margin: 0.25rem 0.5rem 0.25rem 0;
            cursor: pointer;
          }
          button.account {
            display: block;
            width: 100%;
            text-align: left;
          }
          small {
            color: GrayText;
          }
        </style>
      </head>
      <body>
        <main>
          <h1>${title}</h1>
          ${body}
          <p><small>A local tenant for development: no password, no real account.</small></p>
        </main>
      </body>
    </html> `;
}
