import { textOfItem, type OutputItem } from './items.js';

type Send = (type: string, data: object) => void;
interface Position {
  readonly output_index: number;
  readonly item_id: string;
}

/** An item of a kind: what it is when it begins, and what is told until it is done. */
interface Events {
  begin(item: OutputItem): object;
  tell(send: Send, position: Position, item: OutputItem): void;
}

/** The events of one item, from `added` to `done`. */
export function sendItem(send: Send, output_index: number, item: OutputItem): void {
  const events = EVENTS[item.type];
  send('response.output_item.added', { output_index, item: { ...item, ...events?.begin(item) } });
  events?.tell(send, { output_index, item_id: item.id }, item);
  send('response.output_item.done', { output_index, item });
}

const message: Events = {
  begin: () => ({ status: 'in_progress', content: [] }),
  tell(send, position, item) {
    const [at, text] = [{ ...position, content_index: 0 }, textOfItem(item) ?? ''];
    const part = { type: 'output_text', annotations: [], logprobs: [] };
    send('response.content_part.added', { ...at, part: { ...part, text: '' } });
    for (const delta of text.split(/(?<=\n)/)) send('response.output_text.delta', { ...at, delta, logprobs: [] });
    send('response.output_text.done', { ...at, text, logprobs: [] });
    send('response.content_part.done', { ...at, part: { ...part, text } });
  },
};

const listTools: Events = {
  begin: () => ({ tools: [] }),
  tell(send, position) {
    send('response.mcp_list_tools.in_progress', position);
    send('response.mcp_list_tools.completed', position);
  },
};

const call: Events = {
  begin: () => ({ status: 'in_progress', arguments: '', output: null, error: null }),
  tell(send, position, item) {
    send('response.mcp_call.in_progress', position);
    send('response.mcp_call_arguments.delta', { ...position, delta: item.arguments });
    send('response.mcp_call_arguments.done', { ...position, arguments: item.arguments });
    send(`response.mcp_call.${item.error === null ? 'completed' : 'failed'}`, position);
  },
};

const EVENTS: Readonly<Record<string, Events | undefined>> = { message, mcp_list_tools: listTools, mcp_call: call };
