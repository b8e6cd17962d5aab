import type { ToolCatalog } from '@app/domain';
import { html, type Html } from '../browser/html.js';
import type { Page } from '../browser/page.js';
import type { Asked } from './authorization-request.js';
import type { FrontClient } from './clients/front-client.js';
import { isOnThisComputer } from './clients/loopback.js';

/** Asks the person whether this client may act for them, before Entra is asked who they are. */
export function consentPage(client: FrontClient, asked: Asked, catalog: ToolCatalog, form: string): Page {
  const body = html`${introduction(client)}
    <section aria-labelledby="to">
      <h2 id="to">Where the answer goes</h2>
      ${destination(client, asked)}
    </section>
    <section aria-labelledby="may">
      <h2 id="may">What it may do as you</h2>
      <dl>
        ${asked.scopes.map(
          (scope) =>
            html`<dt>${scope}</dt>
              <dd>${titlesFor(scope, catalog).join('; ')}</dd>`,
        )}
      </dl>
      <p class="soft">Entra can add what you agreed to for Behalf before, for whatever application.</p>
      ${asked.offline && html`<p>Also while you are away, until its access is ended.</p>`}
    </section>
    <form method="post" action="decide">
      <input type="hidden" name="form" value="${form}" />
      <button class="primary" name="decision" value="approve">Approve and sign in</button>
      <button name="decision" value="decline">Decline</button>
    </form>`;
  return { title: 'Let this application act as you?', body };
}

function introduction({ id, name, isRegistered }: FrontClient): Html {
  return html`<p>
      <strong><bdi>${isRegistered ? id : new URL(id).host}</bdi></strong> asks to use Microsoft 365 as you, through
      Behalf. Approve only if you have just begun this sign-in yourself.
    </p>
    <p class="soft">
      ${
        isRegistered
          ? 'An administrator of this server registered it under this name.'
          : html`Its identity is the address <bdi>${id}</bdi>.
              ${name !== undefined && html`It calls itself “<bdi>${name}</bdi>”; nobody has checked this name.`}`
      }
    </p>`;
}

function destination({ id, isRegistered }: FrontClient, { redirectUri }: Asked): Html {
  if (isOnThisComputer(redirectUri)) {
    return html`<p>
      To a program on this computer (<bdi>${new URL(redirectUri).host}</bdi>). Which program listens there, nobody can
      check.
    </p>`;
  }
  const { host } = new URL(redirectUri);
  const isElsewhere = !isRegistered && new URL(id).host !== host;
  return html`<p>
    To <strong><bdi>${host}</bdi></strong
    >${isElsewhere && ', which is another host than that of its identity'}.
  </p>`;
}

function titlesFor(scope: string, catalog: ToolCatalog): string[] {
  const uses = (required: readonly string[]) => required.includes(scope);
  const requiring = catalog.enabledTools.filter(({ requiredScopes }) => uses(requiredScopes));
  const using = catalog.enabledTools.filter((tool) => uses(catalog.optionalScopesOf(tool)));
  return (requiring.length > 0 ? requiring : using).map(({ title }) => title);
}
