import { type AttackTable, each } from '../support/attack.js';
import { STRANGER } from '../support/forge.js';
import { badToken, whoAmI } from '../support/request.js';
import { refused } from '../support/verdicts.js';

/** Headers that bring or point to a key, with the right kid over the attacker's signature. */
const OWN_KEYS: Readonly<Record<string, (attackerServer: string) => Record<string, unknown>>> = {
  "jwk with the attacker's key": () => ({ jwk: jwk() }),
  'jwk as a list': () => ({ jwk: [jwk()] }),
  'jku to the attacker': (attackerServer) => ({ jku: `${attackerServer}/keys` }),
  'jku to a path of the attacker that looks like the tenant': (attackerServer) => ({
    jku: `${attackerServer}/login.microsoftonline.com/keys`,
  }),
  'jku as a list': (attackerServer) => ({ jku: [`${attackerServer}/keys`] }),
  'jku over http': () => ({ jku: 'http://127.0.0.1:9/keys' }),
  'jku to a file': () => ({ jku: 'file:///dev/null' }),
  'x5u to the attacker': (attackerServer) => ({ x5u: `${attackerServer}/certificate` }),
  "x5c with the attacker's key": () => ({ x5c: [spki()] }),
  'x5c empty': () => ({ x5c: [] }),
  'x5t of nobody': () => ({ x5t: 'AAAA', 'x5t#S256': 'AAAA' }),
  'all of them': (attackerServer) => ({
    jwk: jwk(),
    jku: `${attackerServer}/keys`,
    x5u: `${attackerServer}/c`,
    x5c: [spki()],
  }),
};

export const keys: AttackTable = {
  name: 'keys',
  attacks: [
    ...each(OWN_KEYS, (header) => ({
      request: ({ url, forge, attackerServer }) => whoAmI(url, forge.strangers(header(attackerServer.origin))),
      answer: async (answer, target) => {
        await refused('bad_signature')(answer, target);
        expect(target.attackerServer.visits).toEqual([]);
      },
    })),
    {
      name: 'the key and the kid of a stranger, with its jwk',
      ...badToken((forge) => forge.strangers({ kid: 'mine', jwk: jwk() }), 'unknown_key'),
    },
    {
      name: 'a key of the tenant that is not published',
      ...badToken((forge) => forge.token({}, {}, 'unpublished'), 'unknown_key'),
    },
    {
      name: 'a key that is not published, under a published kid',
      ...badToken((forge) => forge.token({}, { kid: forge.kid }, 'unpublished'), 'bad_signature'),
    },
    {
      name: 'a published key of another issuer',
      ...badToken((forge) => forge.token({}, {}, 'foreign'), 'wrong_issuer'),
    },
    {
      name: 'a published key of another issuer, in a v1 token',
      ...badToken((forge) => forge.tenant.sign({}, forge.v1(), { key: 'foreign' }), 'wrong_issuer'),
    },
    {
      name: 'a published key of another issuer, under our kid',
      ...badToken((forge) => forge.token({}, { kid: forge.kid }, 'foreign'), 'bad_signature'),
    },
    {
      name: 'one published key under the kid of another',
      ...badToken((forge) => forge.token({}, { kid: forge.kid }, 'next'), 'bad_signature'),
    },
  ],
};

function jwk(): object {
  return STRANGER.publicKey.export({ format: 'jwk' });
}

function spki(): string {
  return STRANGER.publicKey.export({ format: 'der', type: 'spki' }).toString('base64');
}
