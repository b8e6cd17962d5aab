import type { Response } from 'express';
import { sendItem } from './item-events.js';
import type { RunningResponse } from './responses.js';

/** Sends a response as the server-sent events of the Responses API, each item as soon as it is there. */
export async function streamResponse(response: Response, { start, run }: RunningResponse): Promise<void> {
  let sequence_number = 0;
  const send = (type: string, data: object) =>
    void response.write(
      `event: ${type}\ndata: ${JSON.stringify({ type, sequence_number: sequence_number++, ...data })}\n\n`,
    );
  response.type('text/event-stream').set('Cache-Control', 'no-store');
  send('response.created', { response: start });
  send('response.in_progress', { response: start });
  let output_index = 0;
  const end = await run((item) => sendItem(send, output_index++, item));
  send(end.status === 'failed' ? 'response.failed' : 'response.completed', { response: end });
  response.end('data: [DONE]\n\n');
}
