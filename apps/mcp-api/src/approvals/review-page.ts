import { domainToASCII, domainToUnicode } from 'node:url';
import type { PreviewedCall } from '@app/domain';
import { fields, isSaid } from './fields.js';
import { html, type Html } from '../browser/html.js';

/** What the page of a request shows. */
export interface Review extends Pick<PreviewedCall, 'tool' | 'result' | 'texts' | 'seen'> {
  /** As the agent gave them, validated. */
  readonly arguments: Readonly<Record<string, unknown>>;
  /** The client that asked, and what the operator calls it. */
  readonly clientId: string;
  readonly clientName?: string;
  readonly person: string;
  readonly minutesLeft: number;
  /** What is not as the person, or the agent, last saw it. */
  readonly notice?: string;
  /** Sealed, for the form. */
  readonly shown: string;
}

export function reviewBody(review: Review): Html {
  const { notice, texts, result } = review;
  const outside = review.seen?.outside ?? [];
  const asked = Object.fromEntries(Object.entries(review.arguments).filter(([key, value]) => isSaid(key, value)));
  return html`
    ${notice !== undefined && html`<section class="notice" role="status"><p>${notice}</p></section>`}
    ${introduction(review)} ${reasonSection(review)} ${reachSection(review)} ${firstContactSection(review)}
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
    ${
      Object.keys(asked).length > 0 &&
      html`<section aria-labelledby="asked">
        <h2 id="asked">As the agent asked for it</h2>
        ${fields(asked, outside)}
      </section>`
    }
    ${decisionForm(review.shown)}
  `;
}

function introduction({ person, clientId, clientName, minutesLeft }: Review): Html {
  return html`<p>
      ${clientName === undefined ? 'An agent' : html`<strong><bdi>${clientName}</bdi></strong>`} asks to do this as
      <strong><bdi>${person}</bdi></strong
      >. Nothing is done until you approve.
    </p>
    <p class="soft">Asked by the application <bdi>${clientId}</bdi>. ${leftWords(minutesLeft)}</p>`;
}

/** The operator's own words. */
function reasonSection({ seen }: Review): Html | undefined {
  const reason = seen?.verdict?.reason;
  if (reason === undefined || seen?.verdict?.decision !== 'approve') return undefined;
  return html`<section aria-labelledby="why">
    <h2 id="why">Why your organisation asks</h2>
    <p>${reason}</p>
  </section>`;
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
      ${seen.outside.map((address) => html`<li><bdi>${address}</bdi>${otherFormOf(address)}</li>`)}
      ${unnamed > 0 && html`<li>${unnamed} whose address is not known</li>`}
    </ul>
  </section>`;
}

/** A domain that may be taken for another one, by the name that it has in DNS, or by the letters that this stands for. */
function otherFormOf(address: string): Html | undefined {
  const domain = address.slice(address.lastIndexOf('@') + 1);
  const other = /[^\0-\x7F]/.test(domain) ? domainToASCII(domain) : domainToUnicode(domain);
  if (other === '' || other === domain.toLowerCase()) return undefined;
  return html`<br /><span class="soft">Its domain has letters of other alphabets: <bdi>${other}</bdi></span>`;
}

/** Whom the person never wrote to, inside or outside. */
function firstContactSection({ seen }: Review): Html | undefined {
  if (!seen || seen.facts.outside + seen.facts.inside === 0) return undefined;
  const { firstContact } = seen.facts;
  if (firstContact === undefined) {
    return html`<p class="soft">Whether you wrote to these people before could not be looked up.</p>`;
  }
  if (firstContact.length === 0) return undefined;
  return html`<section class="notice" aria-labelledby="first">
    <h2 id="first">${firstContact.length === 1 ? 'First mail to this address' : 'First mail to these addresses'}</h2>
    <ul>
      ${firstContact.map((address) => html`<li><bdi>${address}</bdi>${otherFormOf(address)}</li>`)}
    </ul>
    <p class="soft">Nothing to them was found in your Sent Items.</p>
  </section>`;
}

function decisionForm(shown: string): Html {
  return html`<form method="post" action="decide">
    <input type="hidden" name="shown" value="${shown}" />
    <button class="primary" name="decision" value="approve">Approve and do it</button>
    <button name="decision" value="decline">Decline</button>
  </form>`;
}
