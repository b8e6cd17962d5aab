import { type JsonObject, readList, readObject, readText } from '../calendar/read-values.js';
import { badRequest } from '../errors.js';

/** A header of a message as who made it gave it. */
export interface MessageHeader {
  readonly name: string;
  readonly value: string;
}

const MOST = 5;

/**
 * `internetMessageHeaders` of a message that is made. https://learn.microsoft.com/graph/api/resources/internetmessageheader
 * @throws GraphError for a name without `x-`, more than five, and what is no header
 */
export function readHeaders(message: JsonObject): readonly MessageHeader[] {
  const given = message['internetMessageHeaders'];
  if (given === undefined || given === null) return [];
  const headers = readList(given, 'microsoft.graph.internetMessageHeader').map(readHeader);
  if (headers.length <= MOST) return headers;
  throw badRequest(
    'InvalidInternetMessageHeaderCollection',
    `Maximum number of headers in one message should be less than or equal to ${MOST}.`,
  );
}

/** Those of a message that came whole, which its sender can have made. */
export function customHeaders(headers: readonly { readonly key: string; readonly value: string }[]): MessageHeader[] {
  return headers.filter(({ key }) => /^x-/i.test(key)).map(({ key, value }) => ({ name: key, value }));
}

function readHeader(header: unknown): MessageHeader {
  const { name, value } = readObject(header, 'microsoft.graph.internetMessageHeader');
  const [named, said] = [readText(name ?? null), readText(value ?? null)];
  if (!/^x-/i.test(named)) {
    throw badRequest(
      'InvalidInternetMessageHeader',
      `The internet message header name '${named}' should start with 'x-' or 'X-'.`,
    );
  }
  if (/^[!-9;-~]+$/.test(named) && !/[\r\n]/.test(said)) return { name: named, value: said };
  throw badRequest('InvalidInternetMessageHeader', 'The internet message header is not valid.');
}
