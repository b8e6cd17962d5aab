import type { Observations } from '../observations.js';
import { error, type Finding, warning } from '../finding.js';
import { objectOf } from '../probe.js';

interface ToolAnswer {
  readonly result?: {
    readonly isError?: boolean;
    readonly content?: readonly { readonly text?: string }[];
    readonly structuredContent?: {
      readonly unavailableTools?: readonly { readonly tool: string; readonly switchedOff?: string }[];
    };
  };
}

interface ToolError {
  readonly code?: string;
  readonly message?: string;
  readonly userAction?: string;
  readonly url?: string;
}

const CONSENT = ['consent_required', 'admin_consent_required'];

/** The way from the server to Graph: consent, Conditional Access, the server's own credential. */
export function checkConsent({ context }: Observations): readonly Finding[] {
  const { result } = objectOf<ToolAnswer>(context) ?? {};
  if (result?.isError) return [graphRefuses(errorOf(result.content?.[0]?.text))];
  // What the operator left out with its whole toolset, nobody misses.
  const unavailable = (result?.structuredContent?.unavailableTools ?? []).filter(
    ({ switchedOff }) => switchedOff !== 'toolset_off',
  );
  return unavailable.length === 0 ? [] : [someUnavailable(unavailable.length)];
}

function errorOf(text = ''): ToolError {
  try {
    return (JSON.parse(text) as { readonly error?: ToolError }).error ?? {};
  } catch {
    return { message: text };
  }
}

function graphRefuses({ code = 'unknown', message = '', userAction = '', url }: ToolError): Finding {
  const consent = CONSENT.includes(code);
  return error(
    consent ? 'graph_consent_missing' : `graph_${code}`,
    consent
      ? 'Behalf has no consent to act for this person at Microsoft Graph.'
      : `Microsoft Graph cannot be reached for this person (${code}).`,
    consent
      ? 'The consent that Foundry asked for is for Behalf; Behalf needs its own at Graph, once per person or once by an administrator.'
      : message,
    url === undefined ? userAction : `${userAction} ${url}`,
  );
}

function someUnavailable(count: number): Finding {
  return warning(
    'tools_unavailable',
    `${count} tools cannot be used with this token.`,
    'Scopes are missing in the token, or the policy switches the tools off; get_my_context lists why.',
    'Add the scopes to the connection and consent again, or leave the tools out of allowed_tools.',
  );
}
