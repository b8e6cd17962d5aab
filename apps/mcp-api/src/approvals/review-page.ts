import type { PreviewedCall } from '@app/domain';
import { html, type Html } from './html.js';

/** What the page of a request shows. */
export interface Review extends Pick<PreviewedCall, 'tool' | 'result' | 'texts' | 'seen'> {
  /** As the agent gave them, validated. */
  readonly arguments: Readonly<Record<string, unknown>>;
  readonly clientId: string;
  readonly person: string;
  readonly minutesLeft: number;
  /** What is not as the person, or the agent, last saw it. */
  readonly notice?: string;
  /** Sealed, for the form. */
  readonly shown: string;
}

/** Said elsewhere on the page, or for programs only. */
const HIDDEN = ['actingAs', 'done', 'dryRun', 'external', 'messageId', 'webLink'];

export function reviewBody(review: Review): Html {
  const { tool, clientId, person, minutesLeft, notice, texts, result } = review;
  const outside = review.seen?.outside ?? [];
  const asked = Object.fromEntries(Object.entries(review.arguments).filter(([, value]) => isSaid(value)));
  return html`
    ${notice !== undefined && html`<section class="notice" role="status"><p>${notice}</p></section>`}
    <p>
      An agent asks to do this as <strong><bdi>${person}</bdi></strong
      >. Nothing is done until you approve.
      <span class="soft">Asked by the application ${clientId}. ${leftWords(minutesLeft)}</span>
    </p>
    ${reachSection(review)}
    ${
      result &&
      html`<section aria-labelledby="what">
        <h2 id="what">What will happen</h2>
        ${fields(result.data, outside)}
      </section>`
    }
    ${texts.map(({ title, text }, index) => {
      const id = `text-${index}`;
      return html`<section aria-labelledby="${id}">
        <h2 id="${id}">${title}</h2>
        <pre>${text}</pre>
      </section>`;
    })}
    <section aria-labelledby="asked">
      <h2 id="asked">As the agent asked for it</h2>
      <p class="soft">${tool.title} (${tool.name})</p>
      ${fields(asked, outside)}
    </section>
    ${decisionForm(review.shown)}
  `;
}

function leftWords(minutes: number): string {
  return `This page can be used for ${minutes === 1 ? 'one more minute' : `${minutes} more minutes`}.`;
}

function reachSection({ seen }: Review): Html | undefined {
  if (!seen || seen.facts.outside === 0) return undefined;
  const unnamed = seen.facts.outside - seen.outside.length;
  return html`<section class="notice" aria-labelledby="outside">
    <h2 id="outside">Reaches people outside your organisation: ${seen.facts.outside}</h2>
    <ul>
      ${seen.outside.map((address) => html`<li><bdi>${address}</bdi></li>`)}
      ${unnamed > 0 && html`<li>${unnamed} whose address is not known</li>`}
    </ul>
  </section>`;
}

function decisionForm(shown: string): Html {
  return html`<form method="post" action="decide">
    <input type="hidden" name="shown" value="${shown}" />
    <button class="primary" name="decision" value="approve">Approve and do it</button>
    <button name="decision" value="decline">Decline</button>
  </form>`;
}

function fields(data: Readonly<Record<string, unknown>>, outside: readonly string[]): Html {
  const said = Object.entries(data).filter(([key, value]) => !HIDDEN.includes(key) && isSaid(value));
  return html`<dl>
    ${said.map(
      ([key, value]) =>
        html`<dt>${words(key)}</dt>
          <dd>${shown(value, outside)}</dd>`,
    )}
  </dl>`;
}

function shown(value: unknown, outside: readonly string[]): Html {
  if (Array.isArray(value)) {
    return html`<ul>
      ${value.map((item) => html`<li>${shown(item, outside)}</li>`)}
    </ul>`;
  }
  if (typeof value === 'object' && value !== null) return fields(value as Record<string, unknown>, outside);
  if (typeof value === 'boolean') return html`${value ? 'yes' : 'no'}`;
  const text = String(value);
  const isOutside = outside.some((address) => text === address || text.endsWith(`<${address}>`));
  const mark = isOutside ? html` <span class="outside">outside</span>` : undefined;
  return html`<pre><bdi>${text}</bdi>${mark}</pre>`;
}

function isSaid(value: unknown): boolean {
  return value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0);
}

/** `optionalAttendees` → "Optional attendees". */
function words(key: string): string {
  const spaced = key
    .replace(/^untrusted/, '')
    .replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
    .trim();
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}
