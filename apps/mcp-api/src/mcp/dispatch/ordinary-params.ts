import { isSpecType } from '@modelcontextprotocol/server';
import { isObject } from './ordinary-message.js';

type Params = Readonly<Record<string, unknown>> | undefined;

/** What answers a question of before, or wants the call to be a task, is not looked at here. */
const CONTINUING = ['inputResponses', 'requestState', 'task'];

/** Whether the params are right for a method; for one that is not known, they are. */
export function areOrdinaryParams(method: string, params: Params): boolean {
  const check = CHECKS.get(method);
  return !CONTINUING.some((name) => params !== undefined && Object.hasOwn(params, name)) && (check?.(params) ?? true);
}

const CHECKS: ReadonlyMap<string, (params: Params) => boolean> = new Map([
  ['tools/call', isCall],
  ['tools/list', isListing],
  ['prompts/list', isListing],
  ['resources/list', isListing],
  ['resources/templates/list', isListing],
  ['prompts/get', (params) => !namesProto(params) && isSpecType.GetPromptRequestParams(params)],
  ['resources/read', isSpecType.ReadResourceRequestParams],
  ['completion/complete', (params) => !namesProto(params) && isSpecType.CompleteRequestParams(params)],
  ['initialize', isSpecType.InitializeRequestParams],
]);

function isCall(params: Params): boolean {
  const { name, arguments: args } = params ?? {};
  return typeof name === 'string' && (args === undefined || (isObject(args) && !Object.hasOwn(args, '__proto__')));
}

/** Whether it has a member of this name, or an object in it has: the SDK leaves such ones out of records. Bodies are of bounded depth. */
function namesProto(value: unknown): boolean {
  return isObject(value) && (Object.hasOwn(value, '__proto__') || Object.values(value).some(namesProto));
}

function isListing(params: Params): boolean {
  const cursor = params?.['cursor'];
  return cursor === undefined || typeof cursor === 'string';
}
