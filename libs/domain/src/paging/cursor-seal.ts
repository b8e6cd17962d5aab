/**
 * Makes positions into cursors that only the same key opens for the same binding, so that nothing is kept between pages.
 * HMAC-SHA-256 (RFC 2104).
 */
export class CursorSeal {
  readonly #key: ReturnType<typeof crypto.subtle.importKey>;

  /** Without a secret: a random one, which no other process can open. */
  constructor(secret?: string) {
    const bytes = secret === undefined ? crypto.getRandomValues(new Uint8Array(32)) : utf8(secret);
    this.#key = crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign', 'verify']);
  }

  async seal(position: unknown, binding: unknown): Promise<string> {
    const content = JSON.stringify(position);
    const mac = await crypto.subtle.sign('HMAC', await this.#key, signed(content, binding));
    return `${toBase64Url(utf8(content))}.${toBase64Url(new Uint8Array(mac))}`;
  }

  /** The position, or undefined when the cursor was made by another key, for something else, or changed. */
  async open(cursor: string, binding: unknown): Promise<unknown> {
    const [content, mac, ...tail] = cursor.split('.', 3).map(fromBase64Url);
    if (!content || !mac || tail.length > 0) return undefined;
    const text = new TextDecoder().decode(content);
    const genuine = await crypto.subtle.verify('HMAC', await this.#key, mac, signed(text, binding));
    return genuine ? JSON.parse(text) : undefined;
  }
}

function signed(content: string, binding: unknown): Uint8Array<ArrayBuffer> {
  return utf8(JSON.stringify([content, binding]));
}

function utf8(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

function toBase64Url(bytes: Uint8Array): string {
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function fromBase64Url(text: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    const bytes = Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (char) => char.charCodeAt(0));
    // `atob` takes white space, padding and other last bits too: a cursor has one spelling.
    return toBase64Url(bytes) === text ? bytes : undefined;
  } catch {
    return undefined;
  }
}
