import { describeError } from '../error-handler.js';
import { note } from '../exchange.js';
import type { OutputItem } from './items.js';
import type { FoundryResponse } from './response.js';
import { runTurn } from './run-turn.js';
import type { Turn } from './turn.js';

/** Runs a turn to its end; what fails then is a response that failed. */
export async function finishTurn(
  turn: Turn,
  start: FoundryResponse,
  onItem: (item: OutputItem) => void,
): Promise<FoundryResponse> {
  const output: OutputItem[] = [];
  try {
    for await (const item of runTurn(turn)) {
      output.push(item);
      onItem(item);
    }
    note(turn, 'answered', `The response is complete: ${output.map(({ type }) => type).join(', ')}.`);
    return { ...start, status: 'completed', output };
  } catch (error) {
    const { code, message } = describeError(error);
    note(turn, 'answered', `The response failed: ${message}`);
    return { ...start, status: 'failed', output, error: { code, message } };
  }
}
