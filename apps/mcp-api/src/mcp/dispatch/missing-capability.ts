import {
  type ClientCapabilities,
  type InputRequest,
  isInputRequiredResult,
  MissingRequiredClientCapabilityError,
} from '@modelcontextprotocol/server';
import type { InputKind } from '@app/domain';
import { kindsOf } from '../client/client-channel.js';
import type { MessageContext } from '../method-table.js';

const REQUIRED: Readonly<Record<InputKind, ClientCapabilities>> = {
  form: { elicitation: { form: {} } },
  url: { elicitation: { url: {} } },
  sampling: { sampling: {} },
  roots: { roots: {} },
};

/** @throws MissingRequiredClientCapabilityError where a result asks the client for what it did not say it can give */
export function assertCanBeAsked(result: object, context: MessageContext): void {
  if (!isInputRequiredResult(result)) return;
  const kinds = kindsOf(context);
  for (const [name, request] of Object.entries(result.inputRequests ?? {})) {
    const kind = kindOf(request);
    if (kinds.includes(kind)) continue;
    const why = `Cannot request input '${name}' (${request.method}): the request's client capabilities do not declare the required capability`;
    throw new MissingRequiredClientCapabilityError({ requiredCapabilities: REQUIRED[kind] }, why);
  }
}

function kindOf(request: InputRequest): InputKind {
  if (request.method === 'roots/list') return 'roots';
  if (request.method === 'sampling/createMessage') return 'sampling';
  return request.params.mode === 'url' ? 'url' : 'form';
}
