import { generateSigningKey, publicJwk, readSigningKey, type SigningKey } from './signing-key.js';

/** `foreign` is published, but for another issuer's tokens; `unpublished` is in no document. */
export type KeyName = 'current' | 'next' | 'unpublished' | 'foreign';

/** RSA private keys in PEM. */
export type PrivateKeys = Readonly<Record<KeyName, string>>;

/** Microsoft's tenant of personal accounts: the issuer that the foreign key is for. */
export const CONSUMER_TENANT = '9188040d-6c67-4c5b-b112-36a304b66dad';

/** The tenant's signing keys; like Entra's, one set for all tenants, of which one key signs at a time. */
export class KeyRing {
  readonly #seed: readonly [SigningKey, SigningKey];
  readonly #foreign: SigningKey;
  readonly #unpublished: SigningKey;
  #published: readonly SigningKey[];
  #signing: SigningKey;

  private constructor(seed: readonly [SigningKey, SigningKey], foreign: SigningKey, unpublished: SigningKey) {
    this.#seed = seed;
    this.#foreign = foreign;
    this.#unpublished = unpublished;
    this.#published = seed;
    this.#signing = seed[0];
  }

  /** @param given keys made before, in PEM; new ones otherwise, which takes a while */
  static async create(given?: PrivateKeys): Promise<KeyRing> {
    const key = async (name: KeyName) => (given ? readSigningKey(given[name]) : generateSigningKey());
    const [current, next, foreign, unpublished] = await Promise.all([
      key('current'),
      key('next'),
      key('foreign'),
      key('unpublished'),
    ]);
    return new KeyRing([current, next], foreign, unpublished);
  }

  get(name: KeyName): SigningKey {
    if (name === 'foreign') return this.#foreign;
    if (name === 'unpublished') return this.#unpublished;
    if (name === 'current') return this.#signing;
    return this.#published.find((key) => key !== this.#signing) ?? this.#signing;
  }

  /** The published key with this id that may sign for the tenants. */
  find(kid: unknown): SigningKey | undefined {
    return this.#published.find((key) => key.kid === kid);
  }

  /**
   * The keys of a discovery document. The foreign key is in it too, so that a verifier which ignores the issuer
   * written on each key is caught.
   *
   * @param issuer the v2 issuer, with `{tenantid}` where it is a template
   */
  jwks(issuer: string): readonly Record<string, unknown>[] {
    const foreign = issuer.replace(/[^/]+(?=\/v2\.0$)/, CONSUMER_TENANT);
    return [
      ...this.#published.map((key) => ({ ...publicJwk(key), issuer })),
      { ...publicJwk(this.#foreign), issuer: foreign },
    ];
  }

  /** A new key signs from now on; the old ones stay published. */
  async rotate(): Promise<string> {
    const key = await generateSigningKey();
    this.#published = [...this.#published, key];
    this.#signing = key;
    return key.kid;
  }

  /** Only the key that signs now stays published. */
  retire(): void {
    this.#published = [this.#signing];
  }

  reset(): void {
    this.#published = this.#seed;
    this.#signing = this.#seed[0];
  }
}
