import type { StreamEvent } from '../data/api';
import type { Entry, OutputItem } from '../data/types';

/** Turns the events of one response to a question into entries. */
export function showResponse(question: string, add: (entry: Entry) => void, onResponse: (id: string) => void) {
  let text = '';
  let responseId = '';
  const answer = crypto.randomUUID();
  return ({ type, delta = '', item, response }: StreamEvent) => {
    if (response) onResponse((responseId = response.id));
    if (type === 'response.output_text.delta') add({ kind: 'agent', id: answer, text: (text += delta) });
    if (type === 'response.output_item.done' && item) addItem(item, { question, responseId }, add);
    if (type === 'response.failed') add(problem(response?.error?.message));
  };
}

export function problem(text = 'It failed without saying why.'): Entry {
  return { kind: 'problem', id: crypto.randomUUID(), text };
}

function addItem(
  item: OutputItem,
  of: { readonly question: string; readonly responseId: string },
  add: (entry: Entry) => void,
): void {
  const { id } = item;
  if (item.type === 'mcp_call') add({ kind: 'tool', id, at: new Date().toISOString(), item });
  if (item.type === 'mcp_approval_request') add({ kind: 'approval', id, item });
  if (item.type === 'oauth_consent_request')
    add({ kind: 'consent', id, link: item.consent_link ?? '', state: 'open', ...of });
}
