import { Injectable } from '@nestjs/common';
import {
  type InitializeRequestParams,
  MissingRequiredClientCapabilityError,
  ProtocolError,
  ProtocolErrorCode,
} from '@modelcontextprotocol/server';
import type { IncomingHttpHeaders } from 'node:http';
import { resultJson } from './encode-result.js';
import { type JsonAnswer, jsonAnswer } from '../answers/json-answer.js';
import { McpMethods } from '../methods/mcp-methods.js';
import { type AnyMethod, entriesOf, type MessageContext } from '../method-table.js';
import { assertCanBeAsked } from './missing-capability.js';
import { OLDER_REVISIONS, type OrdinaryMessage, ordinaryMessage } from './ordinary-message.js';
import { areOrdinaryParams } from './ordinary-params.js';
import { MODERN, type RequestExtra, revisionOf, type ServedRequest } from '../served-request.js';
import { SERVER_INFO } from '../server-info.js';

/** Served by the SDK, which streams what comes of it or keeps something for it. */
const OF_THE_SDK = ['subscriptions/listen', 'logging/setLevel'];

/** A message that has an answer. */
type Asked = OrdinaryMessage & Required<Pick<OrdinaryMessage, 'id'>>;
type Methods = ReadonlyMap<string, AnyMethod>;

/**
 * Answers ordinary messages of every revision as the SDK answers them (decision 021), without a server and a transport for
 * each. What needs a stream, and what is not well-formed, is left to the SDK.
 */
@Injectable()
export class Dispatcher {
  readonly #older: Methods;
  readonly #modern: Methods;

  constructor({ table, capabilities, instructions }: McpMethods) {
    const known = entriesOf(table);
    const initialize: AnyMethod = (params) => ({
      protocolVersion: negotiated(params),
      capabilities,
      serverInfo: SERVER_INFO,
      instructions,
    });
    const discover: AnyMethod = () => ({ supportedVersions: [MODERN], capabilities, instructions });
    this.#older = new Map([...known, ['ping', () => ({})], ['initialize', initialize]]);
    this.#modern = new Map([...known, ['server/discover', discover]]);
  }

  /** Undefined where the SDK must answer. @throws what is a bug */
  serve(body: unknown, headers: IncomingHttpHeaders, extra: RequestExtra): Promise<JsonAnswer> | undefined {
    const isBatch = Array.isArray(body);
    const messages = isBatch ? body.map((one) => served(one, headers)) : [served(body, headers)];
    const all = messages.filter((one) => one !== undefined);
    if (all.length < messages.length || (isBatch && !isPlainBatch(all))) return undefined;
    return this.#answer(all, { ...extra, streams: false, ...revisionOf(headers) });
  }

  async #answer(messages: readonly OrdinaryMessage[], request: ServedRequest): Promise<JsonAnswer> {
    const asked = messages.filter((one): one is Asked => one.id !== undefined);
    const [first, ...others] = await Promise.all(asked.map((one) => this.#answerTo(one, request)));
    if (!first) return { status: 202 };
    return others.length === 0
      ? first
      : { status: 200, json: `[${[first, ...others].map(({ json }) => json).join()}]` };
  }

  async #answerTo(message: Asked, request: ServedRequest): Promise<JsonAnswer> {
    const { id, method, params, isModern } = message;
    const answer = (isModern ? this.#modern : this.#older).get(method);
    if (!answer) return toError(id, isModern ? 404 : 200, METHOD_NOT_FOUND);
    const context = contextOf(message);
    try {
      const result = await answer(params, context, request);
      assertCanBeAsked(result, context);
      const json = `{"result":${resultJson(result, message)},"jsonrpc":"2.0","id":${JSON.stringify(id)}}`;
      return { status: 200, json };
    } catch (error) {
      if (!(error instanceof ProtocolError)) throw error;
      return toError(id, error instanceof MissingRequiredClientCapabilityError ? 400 : 200, error);
    }
  }
}

const METHOD_NOT_FOUND = { code: ProtocolErrorCode.MethodNotFound, message: 'Method not found', data: undefined };

function toError(
  id: string | number,
  status: number,
  { code, message, data }: Pick<ProtocolError, 'code' | 'message' | 'data'>,
): JsonAnswer {
  return jsonAnswer({ jsonrpc: '2.0', id, error: { code, message, data } }, status);
}

/** The message, where it is served here. */
function served(value: unknown, headers: IncomingHttpHeaders): OrdinaryMessage | undefined {
  const message = ordinaryMessage(value, headers);
  if (!message || OF_THE_SDK.includes(message.method)) return undefined;
  return areOrdinaryParams(message.method, message.params) ? message : undefined;
}

/** Each answer can be told from the others, and nobody introduces themselves in the midst of it. */
function isPlainBatch(messages: readonly OrdinaryMessage[]): boolean {
  const ids = messages.flatMap(({ id }) => (id === undefined ? [] : [id]));
  return new Set(ids).size === ids.length && !messages.some(({ method }) => method === 'initialize');
}

/** The client can be told nothing before the answer, and has answered nothing. */
function contextOf({ params }: OrdinaryMessage): MessageContext {
  const envelope = params?.['_meta'] as MessageContext['envelope'];
  const nobody = () => Promise.resolve();
  return { envelope, requestState: () => undefined, notify: nobody, log: nobody };
}

function negotiated(params: unknown): string | undefined {
  const { protocolVersion } = params as InitializeRequestParams;
  return OLDER_REVISIONS.includes(protocolVersion) ? protocolVersion : OLDER_REVISIONS[0];
}
