/** The local tenant's pages, which `npm start` also serves without a certificate that browsers would not know. */
export interface LocalPages {
  /** Where they are served over HTTP. */
  readonly url: string;
  /** The HTTPS origins whose pages those are. */
  readonly origins: readonly string[];
}

/** A page that the person is to open. */
export interface Page {
  /** The link, and the note. */
  readonly text: string;
  /** Where it opens without a warning of the browser. */
  readonly best: string;
  /** What to know before opening it. */
  readonly note?: string;
}

export function pageOf(url: string, local?: LocalPages): Page {
  const origin = URL.canParse(url) ? new URL(url).origin : '';
  if (!local?.origins.includes(origin)) return { text: url, best: url };
  const best = `${local.url}${url.slice(origin.length)}`;
  const note = `Browsers warn of the local tenant's certificate. The same page without a warning:\n\n  ${best}\n`;
  return { text: `${url}\n\n${note}`, best, note };
}
