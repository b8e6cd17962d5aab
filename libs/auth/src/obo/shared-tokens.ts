import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { type Clock } from '../common/clock.js';
import type { ExchangedToken } from './token-exchange.js';

/** Texts that all replicas share. Either method may fail, and what is read may have been written by anybody. */
export abstract class SharedStore {
  abstract get(key: string): Promise<string | undefined>;
  abstract set(key: string, value: string, ttlMs: number): Promise<void>;
}

const [KEY_BYTES, NONCE_BYTES, TAG_BYTES] = [32, 12, 16];
const CIPHER = 'aes-256-gcm';
const content = z.strictObject({ token: z.string(), expiresAt: z.number() });

/** For whom and for what a token was exchanged. */
export interface TokenPurpose {
  /** The token of the caller that it was made from. */
  readonly assertion: string;
  /** Scopes and authority. */
  readonly use: string;
}

/**
 * Exchanged tokens that another replica of this server can use too. Each is sealed with a key that is made of the
 * caller's own token (HKDF-SHA-256, RFC 5869; AES-256-GCM), and stands under a name that does not tell the key: whoever
 * reads the store has no token, and whoever writes to it can give nobody the token of another. What cannot be had or
 * opened is not there.
 */
export class SharedTokens {
  readonly #store: SharedStore;
  readonly #clock: Clock;

  constructor(store: SharedStore, clock: Clock) {
    this.#store = store;
    this.#clock = clock;
  }

  async find(purpose: TokenPurpose): Promise<ExchangedToken | undefined> {
    const name = nameOf(purpose);
    try {
      const sealed = await this.#store.get(name);
      return sealed === undefined ? undefined : open(sealed, name, keyOf(purpose));
    } catch {
      return undefined;
    }
  }

  /** @param until when it is of use no more, in milliseconds since the epoch */
  async keep(purpose: TokenPurpose, token: ExchangedToken, until: number): Promise<void> {
    const left = until - this.#clock.now();
    const name = nameOf(purpose);
    if (left > 0) await this.#store.set(name, seal(token, name, keyOf(purpose)), left).catch(() => undefined);
  }
}

function nameOf(purpose: TokenPurpose): string {
  return `behalf:token:${derive(purpose, 'name').toString('base64url')}`;
}

function keyOf(purpose: TokenPurpose): Buffer {
  return derive(purpose, 'key');
}

/** A caller's token has a signature that nobody can guess, so it needs no secret of this server beside it. */
function derive({ assertion, use }: TokenPurpose, output: 'name' | 'key'): Buffer {
  return Buffer.from(hkdfSync('sha256', assertion, 'behalf shared tokens v1', `${output} ${use}`, KEY_BYTES));
}

function seal({ token, expiresAt }: ExchangedToken, name: string, key: Buffer): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, key, nonce).setAAD(Buffer.from(name));
  const text = JSON.stringify({ token, expiresAt });
  return Buffer.concat([nonce, cipher.update(text), cipher.final(), cipher.getAuthTag()]).toString('base64url');
}

/** @throws Error when this key and name did not seal it */
function open(sealed: string, name: string, key: Buffer): ExchangedToken {
  const bytes = Buffer.from(sealed, 'base64url');
  const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(name)).setAuthTag(bytes.subarray(-TAG_BYTES));
  const text = Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]);
  return content.parse(JSON.parse(text.toString()));
}
