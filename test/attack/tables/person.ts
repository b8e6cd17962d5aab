import { type AttackTable, each, under } from '../support/attack.js';
import type { Forge } from '../support/forge.js';
import { badToken } from '../support/request.js';

const NO_GUID: Readonly<Record<string, (guid: string) => unknown>> = {
  absent: () => undefined,
  null: () => null,
  'an empty text': () => '',
  'a number': () => 1,
  'a list with the right one': (guid) => [guid],
  'an object with the right one': (guid) => ({ id: guid }),
  'a name': () => 'anna',
  'a mail address': () => 'anna.berg@fernglas.example',
  'the right one in braces': (guid) => `{${guid}}`,
  'the right one as a URN': (guid) => `urn:uuid:${guid}`,
  'the right one without dashes': (guid) => guid.replaceAll('-', ''),
  'the right one with a blank': (guid) => `${guid} `,
  'the right one with a line end': (guid) => `${guid}\n`,
  'the right one with a path': (guid) => `${guid}/../${guid}`,
  'two at once': (guid) => `${guid},${guid}`,
  'a full-width digit': (guid) => guid.replace(/\d/, '１'),
  'a path': () => '../common',
};

const VERSIONS: readonly unknown[] = [undefined, null, '', 1, 2, '1', '2', '2.0 ', 'v2.0', '3.0', '0.9', ['2.0'], true];

/** Claims that mix the two versions: the client is in `azp` (2.0) or `appid` (1.0), and only there. */
const MIXED: Readonly<Record<string, (forge: Forge) => string>> = {
  'v2 that names its client in appid': (forge) => forge.token({ azp: undefined, appid: foundry(forge) }),
  'v2 with a foreign azp and a good appid': (forge) => forge.token({ azp: rogue(forge), appid: foundry(forge) }),
  'v1 that names its client in azp': (forge) => v1(forge, { appid: undefined, azp: foundry(forge) }),
  'v1 with a foreign appid and a good azp': (forge) => v1(forge, { appid: rogue(forge), azp: foundry(forge) }),
};

const CLIENTS: Readonly<Record<string, (forge: Forge) => unknown>> = {
  'azp absent': () => undefined,
  'azp null': () => null,
  'azp an empty text': () => '',
  'azp a list with the right one': (forge) => [foundry(forge)],
  'azp an object with the right one': (forge) => ({ 0: foundry(forge) }),
  'azp with a blank': (forge) => `${foundry(forge)} `,
  'azp of two': (forge) => `${foundry(forge)} ${rogue(forge)}`,
  'azp by name': () => 'foundry',
  'azp an asterisk': () => '*',
  'azp of another application': rogue,
  'azp of an agent': ({ tenant }) => tenant.clients.agent.clientId,
  'azp this API itself': ({ tenant }) => tenant.clients['behalf-api'].clientId,
  'azp Graph': () => '00000003-0000-0000-c000-000000000000',
};

export const person: AttackTable = {
  name: 'person, tenant and client',
  attacks: [
    ...under(
      'oid',
      each(NO_GUID, (oid) => badToken((forge) => forge.token({ oid: oid(forge.userId('anna')) }), 'person_unknown')),
    ),
    ...under(
      'tid',
      each(NO_GUID, (tid) => badToken((forge) => forge.token({ tid: tid(forge.tenant.tenantId) }), 'person_unknown')),
    ),
    ...VERSIONS.map((ver) => ({
      name: `ver ${JSON.stringify(ver) ?? 'absent'}`,
      ...badToken((forge) => forge.token({ ver }), 'token_malformed'),
    })),
    ...each(MIXED, (token) => badToken(token, 'client_not_allowed')),
    ...each(CLIENTS, (azp) => badToken((forge) => forge.token({ azp: azp(forge) }), 'client_not_allowed')),
    {
      name: 'a tenant that is not allowed, under our issuer',
      ...badToken((forge) => forge.token({ tid: 'b81d4f07-92ce-4a36-8e55-7c0a6d31f902' }), 'tenant_not_allowed'),
    },
    {
      name: 'a tenant that is not allowed, under its own issuer',
      ...badToken(({ tenant }) => tenant.token({ user: 'otto', scope: 'User.Read' }), 'tenant_not_allowed'),
    },
    {
      name: 'the tenant of personal accounts',
      ...badToken((forge) => forge.token({ tid: '9188040d-6c67-4c5b-b112-36a304b66dad' }), 'tenant_not_allowed'),
    },
  ],
};

function v1(forge: Forge, overrides: Record<string, unknown>): string {
  return forge.tenant.sign({}, forge.v1(overrides));
}

function foundry({ tenant }: Forge): string {
  return tenant.clients.foundry.clientId;
}

function rogue({ tenant }: Forge): string {
  return tenant.clients.rogue.clientId;
}
