import type { Response } from 'express';
import { textOfItem, type OutputItem } from './items.js';
import type { RunningResponse } from './responses.js';

type Send = (type: string, data: object) => void;

/** Sends a response as the server-sent events of the Responses API, each item as soon as it is there. */
export async function streamResponse(response: Response, { start, run }: RunningResponse): Promise<void> {
  let sequence_number = 0;
  const send: Send = (type, data) =>
    void response.write(
      `event: ${type}\ndata: ${JSON.stringify({ type, sequence_number: sequence_number++, ...data })}\n\n`,
    );
  response.type('text/event-stream').set('Cache-Control', 'no-store');
  send('response.created', { response: start });
  let output_index = 0;
  const end = await run((item) => sendItem(send, output_index++, item));
  send(end.status === 'failed' ? 'response.failed' : 'response.completed', { response: end });
  response.end('data: [DONE]\n\n');
}

function sendItem(send: Send, output_index: number, item: OutputItem): void {
  const text = textOfItem(item);
  const added = text === undefined ? item : { ...item, status: 'in_progress', content: [] };
  send('response.output_item.added', { output_index, item: added });
  if (text !== undefined) sendText(send, { output_index, item_id: item.id, content_index: 0 }, text);
  send('response.output_item.done', { output_index, item });
}

function sendText(send: Send, place: object, text: string): void {
  for (const delta of text.split(/(?<=\n)/)) send('response.output_text.delta', { ...place, delta });
  send('response.output_text.done', { ...place, text });
}
