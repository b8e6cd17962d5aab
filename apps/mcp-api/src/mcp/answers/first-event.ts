/**
 * A stream of events as what it turns out to be: JSON where its first event is the answer, or a stream where something is
 * told before. Resolves with the first event; `close` is called at the end.
 */
export async function settledAnswer(answer: Response, close: () => Promise<void>): Promise<Response> {
  if (!answer.body || !answer.headers.get('content-type')?.startsWith('text/event-stream')) {
    await close();
    return answer;
  }
  const reader = answer.body.getReader();
  const { value: first } = await reader.read();
  const isAnswer = first !== undefined && !('method' in messageIn(first));
  if (first !== undefined && !isAnswer) return new Response(goingOn(first, reader, close), { headers: answer.headers });
  await reader.cancel();
  await close();
  return first === undefined ? new Response(null, { status: 500 }) : Response.json(messageIn(first));
}

/** The SDK writes each event at once, its message on one line. */
function messageIn(event: Uint8Array): object {
  const line = new TextDecoder()
    .decode(event)
    .split('\n')
    .find((one) => one.startsWith('data: '));
  return JSON.parse(line?.slice('data: '.length) ?? '{"method":""}') as object;
}

function goingOn(
  first: Uint8Array,
  reader: ReadableStreamDefaultReader<Uint8Array>,
  close: () => Promise<void>,
): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start: (controller) => controller.enqueue(first),
    pull: async (controller) => {
      const { done, value } = await reader.read();
      if (!done) return controller.enqueue(value);
      await close();
      controller.close();
    },
    cancel: async () => {
      await reader.cancel();
      await close();
    },
  });
}
