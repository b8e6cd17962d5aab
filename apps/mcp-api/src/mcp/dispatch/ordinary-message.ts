import {
  type ClientCapabilities,
  CLIENT_CAPABILITIES_META_KEY,
  CLIENT_INFO_META_KEY,
  isSpecType,
  PROTOCOL_VERSION_META_KEY,
  SUPPORTED_PROTOCOL_VERSIONS,
} from '@modelcontextprotocol/server';
import type { IncomingHttpHeaders } from 'node:http';
import { MODERN } from '../served-request.js';

type Json = Readonly<Record<string, unknown>>;

/** A message in which there is nothing but what its method needs. */
export interface OrdinaryMessage {
  /** Absent in a notification. */
  readonly id?: string | number;
  readonly method: string;
  readonly params?: Json;
  readonly isModern: boolean;
}

const MEMBERS = ['jsonrpc', 'id', 'method', 'params'];
/** Parameters of `_meta` that are the protocol's own. */
const RESERVED = 'io.modelcontextprotocol/';
const ENVELOPE = [PROTOCOL_VERSION_META_KEY, CLIENT_CAPABILITIES_META_KEY, CLIENT_INFO_META_KEY];
/** The newest first. */
export const OLDER_REVISIONS = SUPPORTED_PROTOCOL_VERSIONS.filter((version) => version < MODERN);

/**
 * The message, where it is of a kind that has one possible meaning and is well-formed; undefined for everything else: what
 * is wrong in its form, asks for progress, answers a question of before, or speaks a revision that is not known.
 */
export function ordinaryMessage(value: unknown, headers: IncomingHttpHeaders): OrdinaryMessage | undefined {
  if (!isObject(value) || !Object.keys(value).every((key) => MEMBERS.includes(key))) return undefined;
  const { jsonrpc, id, method, params } = value;
  if (jsonrpc !== '2.0' || typeof method !== 'string' || ('id' in value && !isId(id))) return undefined;
  if (params !== undefined && !isObject(params)) return undefined;
  const revision = headers['mcp-protocol-version'];
  const isModern = revision === MODERN;
  if (!isModern && revision !== undefined && !OLDER_REVISIONS.includes(String(revision))) return undefined;
  const message = { ...(isId(id) && { id }), method, params, isModern };
  return (isModern ? isOrdinaryModern(message, headers) : isPlainMeta(params?.['_meta'])) ? message : undefined;
}

/** As those of JSON-RPC are that MCP takes. */
function isId(id: unknown): id is string | number {
  return typeof id === 'string' || Number.isSafeInteger(id);
}

/** Nothing in it is for the server. */
function isPlainMeta(meta: unknown): boolean {
  if (meta === undefined) return true;
  return isObject(meta) && !Object.keys(meta).some((key) => key === 'progressToken' || key.startsWith(RESERVED));
}

/** MCP 2026-07-28, streamable HTTP: headers repeat the message, and `_meta` says who speaks. */
function isOrdinaryModern({ id, method, params }: OrdinaryMessage, headers: IncomingHttpHeaders): boolean {
  if (id === undefined) return isPlainMeta(params?.['_meta']) && headers['mcp-method'] === method;
  const named = NAMED.get(method);
  if (headers['mcp-method'] !== method || (named && headers['mcp-name'] !== params?.[named])) return false;
  return isEnvelope(params?.['_meta']);
}

/** Which parameter the header `Mcp-Name` repeats. */
const NAMED: ReadonlyMap<string, string> = new Map([
  ['tools/call', 'name'],
  ['prompts/get', 'name'],
  ['resources/read', 'uri'],
]);

function isEnvelope(meta: unknown): boolean {
  if (!isObject(meta) || meta[PROTOCOL_VERSION_META_KEY] !== MODERN) return false;
  const others = Object.keys(meta).filter((key) => !ENVELOPE.includes(key));
  if (others.some((key) => key === 'progressToken' || key.startsWith(RESERVED))) return false;
  const client = meta[CLIENT_INFO_META_KEY];
  return (
    isCapabilities(meta[CLIENT_CAPABILITIES_META_KEY]) && (client === undefined || isSpecType.Implementation(client))
  );
}

function isCapabilities(value: unknown): value is ClientCapabilities {
  if (!isObject(value) || 'tasks' in value) return false;
  return Object.keys(value).length === 0 || isSpecType.ClientCapabilities(value);
}

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
