import { type AttackTable, each } from '../support/attack.js';
import type { Forge } from '../support/forge.js';
import { badToken, whoAmI } from '../support/request.js';
import type { Target } from '../support/target.js';
import { refused } from '../support/verdicts.js';

const NO_SCOPE: Readonly<Record<string, unknown>> = {
  'scp null': null,
  'scp an empty text': '',
  'scp a blank': ' ',
  'scp blanks': '     ',
  'scp a number': 1,
  'scp true': true,
  'scp a list': ['User.Read'],
  'scp a list with all in one': ['User.Read Calendars.ReadWrite'],
  'scp an object': { 'User.Read': true },
  'scp an object that is like a text': { length: 9, 0: 'User.Read' },
};

const NOT_A_PERSON: Readonly<Record<string, Record<string, unknown>>> = {
  'no scp': { scp: undefined },
  'roles and no scp': { scp: undefined, roles: ['User.Read', 'Calendars.ReadWrite'] },
  'roles and no scp, idtyp user': { scp: undefined, roles: ['User.Read'], idtyp: 'user' },
  'scopes in scope, as other issuers write them': { scp: undefined, scope: 'User.Read' },
  'scopes in SCP': { scp: undefined, SCP: 'User.Read' },
  ...Object.fromEntries(
    ['app', 'App', 'APP', 'device', 'User', 'user ', '', 'service_principal', null, 1, true, ['user'], { user: 1 }].map(
      (idtyp) => [`idtyp ${JSON.stringify(idtyp)}, with scp`, { idtyp }],
    ),
  ),
};

/** Texts in `scp` that are near User.Read and do not grant it. */
const NEAR: readonly string[] = [
  ...['user.read', 'USER.READ', 'User.Read,Calendars.Read', 'User.Read\tCalendars.Read', 'User.Read\nCalendars.Read'],
  ...['User.Read\u00a0Calendars.Read', 'User.Read\u200b', 'User.Read;x', '"User.Read"', 'User.Read*', 'User.*', '*'],
  ...['.default', 'User.ReadBasic', 'User.Read.Evil', 'User', 'Read', 'User..Read', '.User.Read', 'User Read'],
  ...['api://1c0de4a1-77b0-4a4e-8a51-c0ffee00a001/User.Read', 'https://graph.microsoft.com/User.Read', 'Users.Read'],
  ...[
    '__proto__',
    'constructor',
    'openid profile offline_access',
    'get_my_context',
    'Ｕser.Read',
    'Calendars.ReadWrite',
  ],
];

/** Whoever the token is of, it is no signed-in person's for this API. */
const OF_APPLICATIONS: Readonly<Record<string, (forge: Forge) => Promise<string>>> = {
  'an agent identity': ({ tenant }) => tenant.token({ client: 'agent', appOnly: true }),
  "the project's managed identity": ({ tenant }) => tenant.token({ client: 'project-mi', appOnly: true }),
  'a managed identity with app roles': ({ tenant }) =>
    tenant.token({ client: 'project-mi', appOnly: true, roles: ['Calendars.ReadWrite'] }),
  'the allowed client, as itself': ({ tenant }) => tenant.token({ client: 'foundry', appOnly: true }),
  'the allowed client, as itself, with roles': ({ tenant }) =>
    tenant.token({ client: 'foundry', appOnly: true, roles: ['User.Read'] }),
  'another application, as itself': ({ tenant }) => tenant.token({ client: 'rogue', appOnly: true }),
  'the allowed client, as itself, in a v1 token': (forge) =>
    Promise.resolve(forge.tenant.sign({}, forge.v1({ scp: undefined, roles: ['User.Read'] }))),
  'this API, as itself': ({ tenant }) => tenant.token({ client: 'behalf-api', appOnly: true }),
};

export const scopes: AttackTable = {
  name: 'scopes and kinds of token',
  attacks: [
    ...each(NO_SCOPE, (scp) => badToken((forge) => forge.token({ scp }), 'scope_claim_missing')),
    ...each(NOT_A_PERSON, (claims) => badToken((forge) => forge.token(claims), 'app_only_token')),
    ...each(OF_APPLICATIONS, (token) => badToken(token, 'app_only_token')),
    ...NEAR.map((scp) => ({
      name: `scp ${JSON.stringify(scp)}`,
      request: ({ url, forge }: Target) => whoAmI(url, forge.token({ scp })),
      answer: refused('insufficient_scope', 403),
    })),
    {
      name: 'a person of an application that is not allowed',
      ...badToken(({ tenant }) => tenant.token({ client: 'rogue', scope: 'User.Read' }), 'client_not_allowed'),
    },
    {
      name: 'a token of the person for Graph',
      ...badToken(({ tenant }) => tenant.token({ audience: 'graph', scope: 'User.Read' }), 'wrong_audience'),
    },
    {
      name: 'an application token for Graph',
      ...badToken(
        ({ tenant }) => tenant.token({ audience: 'graph', client: 'agent', appOnly: true }),
        'wrong_audience',
      ),
    },
    { name: 'an id token for the client', ...badToken((forge) => idToken(forge, 'foundry'), 'wrong_audience') },
    { name: 'an id token for this API', ...badToken((forge) => idToken(forge, 'behalf-api'), 'app_only_token') },
  ],
};

function idToken({ tenant }: Forge, client: string): string {
  const [user, application] = [tenant.directory.user('anna'), tenant.directory.application(client)];
  if (!user || !application) throw new Error('The tenant has neither.');
  return tenant.state.tokens.idToken(user, application);
}
