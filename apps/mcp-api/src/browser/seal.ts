import { createCipheriv, createDecipheriv, createHmac, hkdfSync } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';

const VERSION = 'v1';
const [NONCE_BYTES, TAG_BYTES] = [12, 16];
/** No more comes out of a sealed text, whatever it was pressed into. */
const MAX_CONTENT_BYTES = 65_536;

/** What a sealed text is for: one made for another purpose does not open. */
export type SealPurpose =
  `approvals ${'request' | 'flow' | 'shown' | 'outcome'}` | `front ${'consent' | 'flow' | 'code' | 'refresh'}`;

/**
 * Encrypts and authenticates JSON with a key of its own for each purpose (HKDF-SHA-256, RFC 5869; AES-256-GCM). The nonce
 * is an HMAC of the content, so that the same content gives the same text and no nonce serves two contents.
 */
export class Seal {
  readonly #cipherKey: Buffer;
  readonly #nonceKey: Buffer;
  readonly #context: Buffer;

  /** @param secret `SEALING_KEY` */
  constructor(secret: string, purpose: SealPurpose) {
    const derive = (use: string) =>
      Buffer.from(hkdfSync('sha256', secret, 'behalf', `${VERSION} ${purpose} ${use}`, 32));
    this.#cipherKey = derive('cipher');
    this.#nonceKey = derive('nonce');
    this.#context = Buffer.from(`${VERSION} ${purpose}`);
  }

  seal(content: unknown): string {
    const text = deflateRawSync(JSON.stringify(content));
    const nonce = createHmac('sha256', this.#nonceKey).update(text).digest().subarray(0, NONCE_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.#cipherKey, nonce).setAAD(this.#context);
    const sealed = Buffer.concat([nonce, cipher.update(text), cipher.final(), cipher.getAuthTag()]);
    return `${VERSION}.${sealed.toString('base64url')}`;
  }

  /** The content, or undefined for a text that this key and purpose did not seal. */
  open(sealed: string): unknown {
    const [version, text = '', ...rest] = sealed.split('.');
    const bytes = Buffer.from(text, 'base64url');
    const isWhole = version === VERSION && rest.length === 0 && bytes.toString('base64url') === text;
    if (!isWhole || bytes.length <= NONCE_BYTES + TAG_BYTES) return undefined;
    try {
      const decipher = createDecipheriv('aes-256-gcm', this.#cipherKey, bytes.subarray(0, NONCE_BYTES), {
        authTagLength: TAG_BYTES,
      });
      decipher.setAAD(this.#context).setAuthTag(bytes.subarray(-TAG_BYTES));
      const plain = Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]);
      return JSON.parse(inflateRawSync(plain, { maxOutputLength: MAX_CONTENT_BYTES }).toString());
    } catch {
      return undefined;
    }
  }
}
