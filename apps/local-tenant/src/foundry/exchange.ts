import type { FoundryCaller } from './caller.js';
import type { FoundryServices } from './foundry-services.js';
import type { Facts } from './trace/token-words.js';
import type { TraceStep } from './trace/trace.js';

/** Something that a caller asks for, under an id that the trace knows it by. */
export interface Exchange {
  readonly responseId: string;
  readonly services: FoundryServices;
  readonly caller: FoundryCaller;
}

export function note({ services, responseId }: Exchange, step: TraceStep, text: string, facts?: Facts): void {
  services.trace.add(responseId, step, text, facts);
}
