import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import type { LocalTenant } from '../../support/tenant.js';
import { CANARY } from './canary.js';

type Json = Readonly<Record<string, unknown>>;
type KeyName = NonNullable<NonNullable<Parameters<LocalTenant['sign']>[2]>['key']>;

/** The attacker's own key, which nobody publishes. */
export const STRANGER = generateKeyPairSync('rsa', { modulusLength: 2048 });

/** Makes tokens that differ from a good one of Anna's in what a case says. An override of `undefined` takes a claim away. */
export class Forge {
  readonly tenant: LocalTenant;

  constructor(tenant: LocalTenant) {
    this.tenant = tenant;
  }

  get kid(): string {
    return this.tenant.state.keys.get('current').kid;
  }

  get privateKey(): KeyObject {
    return this.tenant.state.keys.get('current').privateKey;
  }

  get publicKey(): KeyObject {
    return this.tenant.state.keys.get('current').publicKey;
  }

  userId(name: string): string {
    return this.tenant.directory.user(name)?.id ?? '';
  }

  claims(overrides: Json = {}): Json {
    const { tenantId, clients, entraUrl } = this.tenant;
    const now = Math.floor(Date.now() / 1000);
    return {
      aud: clients['behalf-api'].clientId,
      iss: `${entraUrl}/${tenantId}/v2.0`,
      iat: now,
      nbf: now,
      exp: now + 3600,
      azp: clients.foundry.clientId,
      name: CANARY,
      oid: this.userId('anna'),
      scp: 'User.Read MailboxSettings.Read Calendars.ReadWrite',
      sub: CANARY,
      tid: tenantId,
      ver: '2.0',
      ...overrides,
    };
  }

  v1(overrides: Json = {}): Json {
    const { tenantId, clients } = this.tenant;
    return this.claims({
      aud: `api://${clients['behalf-api'].clientId}`,
      iss: `https://sts.windows.net/${tenantId}/`,
      azp: undefined,
      appid: clients.foundry.clientId,
      ver: '1.0',
      ...overrides,
    });
  }

  /** RS256 with one of the tenant's keys, whatever the header says. */
  token(overrides: Json = {}, header: Json = {}, key: KeyName = 'current'): string {
    return this.tenant.sign(header, this.claims(overrides), { key });
  }

  /** The tenant's signature over header and payload exactly as written, for what no serializer would write. */
  written(header: string, payload: string, key: KeyObject = this.privateKey): string {
    return compact(header, payload, (input) => sign('RSA-SHA256', input, key));
  }

  /** Good claims as text, with members that come after the good ones of the same name. */
  writtenClaims(membersAfter: string, membersBefore = ''): string {
    const [before, after] = [membersBefore && `${membersBefore},`, membersAfter && `,${membersAfter}`];
    return `{${before}${JSON.stringify(this.claims()).slice(1, -1)}${after}}`;
  }

  header(overrides: Json = {}): string {
    return JSON.stringify({ typ: 'JWT', alg: 'RS256', kid: this.kid, ...overrides });
  }

  /** Signed with the attacker's key. */
  strangers(header: Json, overrides: Json = {}): string {
    return this.written(this.header(header), JSON.stringify(this.claims(overrides)), STRANGER.privateKey);
  }
}

/** A compact JWS of any parts (RFC 7515 section 3.1). */
export function compact(header: string, payload: string, signature: (input: Buffer) => Buffer): string {
  const input = [header, payload].map((part) => Buffer.from(part).toString('base64url')).join('.');
  return `${input}.${signature(Buffer.from(input)).toString('base64url')}`;
}
