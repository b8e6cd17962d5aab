import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { type CloudName, CLOUDS } from '@app/config';
import { askedFor, documentedEnvironment, type Parameters, valuesOf } from './support/azd.js';
import { readBicep } from './support/bicep.js';
import { runScript } from './support/fake-commands.js';

const IMAGE = 'deploy/azd/image.sh';
const TRUST = 'deploy/azd/trust.sh';
const GUID = '11111111-2222-3333-4444-555555555555';
/** What a person sets before `azd up`, and what azd itself sets. */
const SET = {
  AZURE_ENV_NAME: 'test',
  AZURE_SUBSCRIPTION_ID: GUID,
  AZURE_LOCATION: 'westeurope',
  ENTRA_CLIENT_ID: GUID,
  ENTRA_TENANT_IDS: GUID,
  ENTRA_ALLOWED_CLIENT_IDS: GUID,
};
const PROVISIONED = { AZURE_TENANT_ID: GUID, BEHALF_IDENTITY_PRINCIPAL_ID: 'principal', BEHALF_URL: 'https://x/mcp' };

interface AzdProject {
  readonly infra: object;
  readonly hooks: object;
}

const MAIN = readBicep(readFileSync('deploy/bicep/main.bicep', 'utf8'));
const PARAMETERS = JSON.parse(readFileSync('deploy/bicep/main.parameters.json', 'utf8')).parameters as Parameters;

function documented(): Readonly<Record<string, string>> {
  return documentedEnvironment(readFileSync('docs/hosting.md', 'utf8'));
}

/** What the script told azd. */
function setByHook(environment: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const { calls } = runScript(IMAGE, { az: '', azd: '', git: '0123456789ab' }, environment);
  const set = calls.map((call) => call.trim().split('\n')).filter(([command]) => command === 'azd');
  return Object.fromEntries(set.map((words) => words.slice(3)));
}

function namesOf(file: string, kind: string): readonly string[] {
  return readBicep(readFileSync(file, 'utf8'))
    .filter((one) => one.kind === kind)
    .map(({ name }) => name);
}

describe('azd up', () => {
  it('runs scripts that exist and deploys a template that exists', () => {
    const { infra, hooks } = parse(readFileSync('azure.yaml', 'utf8')) as AzdProject;
    expect(infra).toEqual({ provider: 'bicep', path: 'deploy/bicep', module: 'main' });
    expect(hooks).toEqual({
      preprovision: { shell: 'sh', run: `sh ${IMAGE}` },
      postprovision: { shell: 'sh', run: `sh ${TRUST}` },
    });
    for (const file of [IMAGE, TRUST, 'deploy/bicep/main.bicep']) expect(existsSync(file)).toBe(true);
  });

  it('gives the template every parameter it takes', () => {
    expect(Object.keys(PARAMETERS)).toEqual(namesOf('deploy/bicep/main.bicep', 'param'));
  });

  it('asks for nothing, before any hook has run, of who did what docs/hosting.md says', () => {
    expect(askedFor(MAIN, PARAMETERS, documented())).toEqual([]);
  });

  it('would ask for what the documented commands set', () => {
    expect(askedFor(MAIN, PARAMETERS, {})).toEqual([
      'environmentName',
      'location',
      'entraClientId',
      'entraTenantIds',
      'entraAllowedClientIds',
    ]);
  });

  it('deploys, after the hook, with the registry and the image that the hook made', () => {
    const environment = { ...documented(), ...setByHook(documented()) };
    expect(valuesOf(MAIN, PARAMETERS, environment)).toEqual({
      environmentName: 'behalf',
      location: 'westeurope',
      registryName: expect.stringMatching(/^behalf\d+$/),
      image: 'behalf:0123456789ab',
      entraClientId: '<application id>',
      entraTenantIds: '<tenant id>',
      entraAllowedClientIds: '<client id>',
      publicUrl: '',
      entraCloud: '',
      subnetId: '',
      denialMode: '',
      authorizationFront: '',
      frontClients: '',
      frontClientHosts: '',
      sealingKey: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });

  it('keeps the sealing key that an earlier deployment made', () => {
    const first = setByHook(documented());
    expect(setByHook({ ...documented(), ...first })).not.toHaveProperty('BEHALF_SEALING_KEY');
  });

  it('hands its hook after provisioning what the script needs, as outputs and as what was set', () => {
    const outputs = Object.fromEntries(namesOf('deploy/bicep/main.bicep', 'output').map((name) => [name, GUID]));
    const { status, stderr } = runScript(TRUST, { az: '' }, { ...documented(), ...outputs });
    expect([status, stderr]).toEqual([0, '']);
  });

  it('hands on to the container app only parameters that it takes, and every one that it needs', () => {
    const [module] = MAIN.filter(({ kind }) => kind === 'module');
    const { params } = module?.value as { params: Record<string, string> };
    const taken = readBicep(readFileSync('deploy/bicep/behalf.bicep', 'utf8')).filter(({ kind }) => kind === 'param');
    expect(Object.keys(params).filter((name) => !taken.some((param) => param.name === name))).toEqual([]);
    expect(taken.filter(({ name, value }) => value === undefined && !(name in params))).toEqual([]);
    const uses = [...readFileSync('deploy/bicep/main.bicep', 'utf8').matchAll(/behalf\.outputs\.(\w+)/g)];
    expect(uses.map(([, name]) => name)).toEqual(namesOf('deploy/bicep/behalf.bicep', 'output'));
  });
});

describe('azd up with the authorization front', () => {
  const front = {
    AUTHORIZATION_FRONT: 'true',
    FRONT_CLIENTS: 'desk:http://127.0.0.1/,https://desk.example/done;b:https://b/',
  };

  it('deploys what was set of it, and asks for nothing more', () => {
    expect(askedFor(MAIN, PARAMETERS, { ...documented(), ...front })).toEqual([]);
    expect(valuesOf(MAIN, PARAMETERS, { ...documented(), ...front })).toMatchObject({
      authorizationFront: 'true',
      frontClients: front.FRONT_CLIENTS,
      frontClientHosts: '',
    });
  });

  it('builds nothing for a front without clients, which would not start, and names what to set', () => {
    const run = (more: object) => runScript(IMAGE, { az: '', azd: '', git: '' }, { ...SET, ...front, ...more });
    const { status, stderr, calls } = run({ FRONT_CLIENTS: '' });
    expect([status === 0, calls]).toEqual([false, []]);
    expect(stderr).toMatch(/FRONT_CLIENT_HOSTS.*FRONT_CLIENTS/);
    expect([run({}).status, run({ FRONT_CLIENTS: '', FRONT_CLIENT_HOSTS: 'vscode.dev' }).status]).toEqual([0, 0]);
    expect(run({ AUTHORIZATION_FRONT: 'false', FRONT_CLIENTS: '' }).status).toBe(0);
  });

  it('registers where Entra returns people to who sign in at the front, beside what is there', () => {
    const az = 'https://x/approvals/callback';
    const run = (more: object) => runScript(TRUST, { az }, { ...SET, ...PROVISIONED, ...more }).calls;
    expect(run(front).at(-1)).toContain(`--web-redirect-uris\n${az}\nhttps://x/authorization/callback\n--output\n`);
    expect(run({ AUTHORIZATION_FRONT: 'false' })).toHaveLength(2);
  });
});

describe(IMAGE, () => {
  it('makes group and registry, builds from the Dockerfile, and tells azd the image', () => {
    const { status, calls } = runScript(IMAGE, { az: '', azd: '', git: '0123456789ab' }, SET);
    expect(status).toBe(0);
    const commands = calls.map((call) => call.split('\n').slice(0, 3).join(' '));
    expect(commands).toEqual([
      'git rev-parse --short=12',
      'az group create',
      'az acr create',
      'az acr build',
      'azd env set',
      'azd env set',
      'azd env set',
    ]);
    expect(calls[3]).toContain('--file\ndeploy/Dockerfile\n');
    expect(calls[3]).toContain('--image\nbehalf:0123456789ab\n');
    expect(calls[4]).toMatch(/BEHALF_REGISTRY\nbehalf\d+\n/);
  });

  it.each(Object.keys(SET))('calls nothing without %s, and names it', (name) => {
    const { status, stderr, calls } = runScript(IMAGE, { az: '', azd: '', git: '' }, { ...SET, [name]: '' });
    expect([status === 0, calls]).toEqual([false, []]);
    expect(stderr).toContain(name);
  });
});

describe(TRUST, () => {
  it('needs only what a person sets or the template tells', () => {
    const told = [
      ...Object.keys(SET),
      'ENTRA_CLOUD',
      'AUTHORIZATION_FRONT',
      ...namesOf('deploy/bicep/main.bicep', 'output'),
    ];
    const needed = [...readFileSync(TRUST, 'utf8').matchAll(/\$\{?([A-Z_]{2,})/g)].map(([, name]) => name ?? '');
    expect(needed.length).toBeGreaterThan(0);
    expect(needed.filter((name) => !told.includes(name))).toEqual([]);
  });

  it('lets the app registration trust the identity, as a token of Entra for the exchange', () => {
    const { status, calls } = runScript(TRUST, { az: '' }, { ...SET, ...PROVISIONED });
    expect([status, calls.length]).toEqual([0, 4]);
    const parameters = calls[1]?.split('--parameters\n')[1] ?? '';
    expect(JSON.parse(parameters)).toEqual({
      name: 'behalf-test',
      issuer: `https://login.microsoftonline.com/${GUID}/v2.0`,
      subject: 'principal',
      audiences: ['api://AzureADTokenExchange'],
    });
  });

  it.each(Object.keys(CLOUDS) as CloudName[])('says who signs and for whom in the cloud %s', (ENTRA_CLOUD) => {
    const { calls } = runScript(TRUST, { az: '' }, { ...SET, ...PROVISIONED, ENTRA_CLOUD });
    const { login, tokenExchange } = CLOUDS[ENTRA_CLOUD];
    expect(JSON.parse(calls[1]?.split('--parameters\n')[1] ?? '')).toMatchObject({
      issuer: `${login}/${GUID}/v2.0`,
      audiences: [tokenExchange],
    });
  });

  it('changes nothing where the identity is trusted already and the redirect URI is registered', () => {
    const az = 'https://x/approvals/callback';
    const { status, calls } = runScript(TRUST, { az }, { ...SET, ...PROVISIONED });
    expect([status, calls.length]).toEqual([0, 2]);
  });

  it('registers where Entra returns people to after a sign-in for an approval, and keeps the others', () => {
    const { calls } = runScript(TRUST, { az: 'https://x/consented' }, { ...SET, ...PROVISIONED });
    expect(calls.at(-1)).toContain(
      '--web-redirect-uris\nhttps://x/consented\nhttps://x/approvals/callback\n--output\nnone\n',
    );
  });
});
