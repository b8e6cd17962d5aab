import { AuthError } from '@app/auth';
import { ToolCatalog, TOOLS } from '@app/domain';
import fc from 'fast-check';
import type { IncomingMessage } from 'node:http';
import { readBearer } from '../../libs/auth/src/bearer/bearer-header.js';
import { toCaller } from '../../libs/auth/src/bearer/entra-claims.js';
import { readHints } from '../../libs/auth/src/bearer/unverified-claims.js';
import { usedPrimitives } from '../../libs/auth/src/scope/used-primitives.js';
import { authConfig } from './support/protected-resource.js';
import { ANNA, API, FOUNDRY, TENANT } from './support/ids.js';

const CONFIG = authConfig('https://entra.example');
const CATALOG = new ToolCatalog(TOOLS);
const NOW = 1_800_000_000_000;
const GOOD = {
  aud: API,
  exp: NOW / 1000 + 60,
  nbf: NOW / 1000,
  scp: 'User.Read',
  tid: TENANT,
  oid: ANNA,
  azp: FOUNDRY,
  ver: '2.0',
};

/** Either an answer, or a refusal with a reason; anything else thrown fails the test. */
function answered<Result>(work: () => Result): Result | AuthError {
  try {
    return work();
  } catch (error) {
    if (error instanceof AuthError) return error;
    throw error;
  }
}

describe('whatever is sent', () => {
  it('as Authorization header is a token or a refusal', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.string(),
            fc.string().map((text) => `Bearer ${text}`),
          ),
          { maxLength: 3 },
        ),
        (sent) => {
          const request = {
            headers: {},
            headersDistinct: { authorization: sent },
            url: '/mcp',
          } as unknown as IncomingMessage;
          const answer = answered(() => readBearer(request));
          expect(answer instanceof AuthError || sent.length === 1).toBe(true);
        },
      ),
    );
  });

  it('as token is a JWT or a refusal', () => {
    const segment = fc.oneof(
      fc.string(),
      fc.json().map((text) => Buffer.from(text).toString('base64url')),
    );
    fc.assert(
      fc.property(fc.array(segment, { minLength: 1, maxLength: 4 }), (segments) => {
        const answer = answered(() => readHints(segments.join('.')));
        if (!(answer instanceof AuthError))
          expect([typeof answer.header, typeof answer.claims]).toEqual(['object', 'object']);
      }),
    );
  });

  it('as one claim of a good token leaves a person of the tenant or a refusal', () => {
    const names = fc.constantFrom(...Object.keys(GOOD), 'roles', 'name', 'idtyp');
    fc.assert(
      fc.property(names, fc.jsonValue(), (name, value) => {
        const answer = answered(() => toCaller({ ...GOOD, [name]: value }, 'token', CONFIG, NOW));
        if (answer instanceof AuthError) return;
        expect(answer).toMatchObject({ tenantId: TENANT, clientId: FOUNDRY, objectId: ANNA });
        expect(answer.scopes.length).toBeGreaterThan(0);
        expect(answer.roles.every((role) => typeof role === 'string')).toBe(true);
        expect(typeof answer.displayName).toBe('string');
      }),
      { numRuns: 500 },
    );
  });

  it('as body uses what the catalog has, or nothing', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (body) => {
        expect(Array.isArray(usedPrimitives(body, CATALOG))).toBe(true);
      }),
    );
  });
});
