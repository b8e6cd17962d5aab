import type { DomainError } from '@app/domain';
import { inputRequired, type InputRequiredResult } from '@modelcontextprotocol/server';
import { kindsOf } from './client-channel.js';
import type { MessageContext } from '../method-table.js';

/**
 * Whether a link may be sent as a URL elicitation: the client says that it opens them (2026-07-28, which alone tells on
 * every request), and was not asked in this call already. A client that comes back unfixed gets the error in words.
 */
export function maySendLink(context: MessageContext): boolean {
  return kindsOf(context).includes('url') && context.inputResponses === undefined;
}

/**
 * An error's link as an elicitation; the client calls again with its answer. No `requestState` goes along: nothing is kept
 * between the two calls, so there is nothing that a client could forge.
 */
export function elicitLink({ message, details: { url = '', userAction } }: DomainError): InputRequiredResult {
  const ask = inputRequired.elicitUrl({ message: `${message} ${userAction}`.trim(), url });
  return inputRequired({ inputRequests: { link: ask } });
}
