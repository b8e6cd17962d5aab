import type { AgentMark } from '@app/domain';
import type { Message } from '@microsoft/microsoft-graph-types';

/**
 * The mark as headers of the message, which Graph takes when a message is made and at no other time: at most five, whose
 * names begin with `x-`. https://learn.microsoft.com/graph/api/resources/internetmessageheader
 */
export function markHeaders(mark: AgentMark | undefined): Pick<Message, 'internetMessageHeaders'> {
  if (mark === undefined) return {};
  const headers = { 'x-behalf-client': mark.client, 'x-behalf-trace': mark.trace };
  return { internetMessageHeaders: Object.entries(headers).map(([name, value]) => ({ name, value })) };
}
