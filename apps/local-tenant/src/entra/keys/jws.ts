import { createHash, sign, verify, type KeyObject } from 'node:crypto';

export type JsonObject = Readonly<Record<string, unknown>>;

export interface DecodedJws {
  readonly header: JsonObject;
  readonly claims: JsonObject;
  readonly signingInput: string;
  readonly signature: Buffer;
}

/** Signs a compact JWS with RS256, whatever its header says. */
export function signJws(header: JsonObject, claims: JsonObject, key: KeyObject): string {
  const payload = encode(claims);
  const signature = sign('RSA-SHA256', Buffer.from(`${encode(signedHeader(header))}.${payload}`), key);
  return `${encode(header)}.${payload}.${signature.toString('base64url')}`;
}

/** Whether a JWS carries the RS256 signature of the key; understands Graph's header nonce. */
export function hasSignature({ header, signingInput, signature }: DecodedJws, key: KeyObject): boolean {
  const payload = signingInput.slice(signingInput.indexOf('.') + 1);
  const input = 'nonce' in header ? `${encode(signedHeader(header))}.${payload}` : signingInput;
  return verify('RSA-SHA256', Buffer.from(input), key, signature);
}

/** The parts of a compact JWS with JSON header and payload, or undefined. */
export function decodeJws(token: string): DecodedJws | undefined {
  const [header, payload, signature, ...rest] = token.split('.');
  if (header === undefined || payload === undefined || signature === undefined || rest.length > 0) return undefined;
  const [head, claims] = [parse(header), parse(payload)];
  if (!head || !claims) return undefined;
  return {
    header: head,
    claims,
    signingInput: `${header}.${payload}`,
    signature: Buffer.from(signature, 'base64url'),
  };
}

/**
 * The signature of a Graph token covers its header with the SHA-256 of the nonce in the nonce's place, which is why
 * nobody but Graph can verify it (AzureAD issue reports; Microsoft calls the format proprietary).
 */
function signedHeader(header: JsonObject): JsonObject {
  if (typeof header.nonce !== 'string') return header;
  return { ...header, nonce: createHash('sha256').update(header.nonce).digest('base64url') };
}

function encode(value: JsonObject): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

function parse(part: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : undefined;
  } catch {
    return undefined;
  }
}
