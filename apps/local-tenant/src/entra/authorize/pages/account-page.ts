import type { TenantUser } from '../../../directory/types.js';
import { html, type Html } from './html.js';

export interface AccountChoice {
  readonly user: TenantUser;
  readonly isSignedIn: boolean;
}

/** Who are you? One button for each account, those signed in already first. */
export function accountPage(flowId: string, clientName: string, choices: readonly AccountChoice[]): Html {
  return html`<p>to continue to ${clientName}</p>
    <form method="post" action="/sign-in/account">
      <input type="hidden" name="flow" value="${flowId}" />
      ${choices.map(choice)}
      <button name="decision" value="cancel">Cancel</button>
    </form>`;
}

function choice({ user, isSignedIn }: AccountChoice): Html {
  return html`<button class="account" name="user" value="${user.id}">
    ${user.displayName}<br />
    <small>${user.userPrincipalName}${isSignedIn && ' · signed in'}</small>
  </button> `;
}
