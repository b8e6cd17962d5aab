import type { Application } from '../../../directory/applications.js';
import { OIDC_SCOPES, type ScopeDefinition } from '../../../directory/scopes.js';
import type { TenantUser } from '../../../directory/types.js';
import type { RequestedConsent } from '../requested-authorization.js';
import { html, type Html } from './html.js';

/** A second factor, as far as a local tenant can have one. */
export function secondFactorPage(flowId: string, user: TenantUser): Html {
  return html`<p>${user.displayName}, your organisation wants a second proof that it is you.</p>
    ${decisionForm('second-factor', flowId, 'Approve')}`;
}

/** What the client may do, in words. */
export function consentPage(
  flowId: string,
  user: TenantUser,
  client: Application,
  requested: readonly RequestedConsent[],
  oidc: readonly string[],
): Html {
  return html`<p>${user.userPrincipalName}</p>
    <p><strong>${client.displayName}</strong> would like to:</p>
    <ul>
      ${OIDC_SCOPES.filter(({ name }) => oidc.includes(name)).map(line)}
    </ul>
    ${requested.map(scopeList)} ${decisionForm('consent', flowId, 'Accept')}`;
}

export function needAdminPage(client: Application, requested: readonly RequestedConsent[]): Html {
  return html`<p><strong>${client.displayName}</strong> needs permissions that only an administrator can grant:</p>
    ${requested.map(scopeList)}
    <p>Ask an administrator to consent for your organisation. <small>AADSTS90094</small></p>`;
}

function decisionForm(step: string, flowId: string, accept: string): Html {
  return html`<form method="post" action="/sign-in/${step}">
    <input type="hidden" name="flow" value="${flowId}" />
    <button name="decision" value="accept">${accept}</button>
    <button name="decision" value="cancel">Cancel</button>
  </form>`;
}

function scopeList({ resource, names }: RequestedConsent): Html {
  const scopes = resource.scopes.filter(({ name }) => names.includes(name));
  return html`<h2>${resource.displayName}</h2>
    <ul>
      ${scopes.map(line)}
    </ul>`;
}

function line({ name, consent }: ScopeDefinition): Html {
  return html`<li>${consent} <small>(${name})</small></li>`;
}
