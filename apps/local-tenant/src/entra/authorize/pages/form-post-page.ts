import { html, type Html } from './html.js';

/** `response_mode=form_post` (OAuth 2.0 Form Post Response Mode): the answer as a form that posts itself. */
export function formPostPage(redirectUri: string, answer: Readonly<Record<string, string>>, scriptNonce: string): Html {
  const fields = Object.entries(answer).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`,
  );
  return html`<form method="post" action="${redirectUri}">${fields}<button>Continue</button></form>
    <script nonce="${scriptNonce}">
      document.forms[0].submit();
    </script>`;
}
