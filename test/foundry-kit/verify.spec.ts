import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { harmlessCalls, nameOf } from '../../apps/foundry-kit/src/verify/calls.js';
import { differences, type Shape, shapeOf } from '../../apps/foundry-kit/src/verify/shape.js';
import { EXPECTED_FILE, shapeAt, verify, verifyCommand } from '../../apps/foundry-kit/src/verify/verify.command.js';
import { verifyFront } from '../../apps/foundry-kit/src/verify/verify-front.js';
import { DESK, SEALING_KEY, startFront } from '../front/support.js';
import { onTenant, startBehalf } from '../support/behalf.js';
import { keptOpen } from '../support/keep-open.js';
import { temporaryFolder } from '../support/temporary-folder.js';
import { type LocalTenant, startTestTenant } from '../support/tenant.js';

let tenant: LocalTenant;

const keep = keptOpen();
beforeAll(async () => {
  tenant = await keep(startTestTenant());
});

const aToken = () => tenant.token({ user: 'anna', client: 'cli', audience: 'graph' });
const base = () => `${tenant.graphUrl}/v1.0`;

describe('npm run verify -- --real', () => {
  it('knows the shapes that the local tenant answers (UPDATE_DOCS=1 writes them)', async () => {
    const token = await aToken();
    const shapes: Record<string, Shape> = {};
    for (const call of harmlessCalls(tenant.clock())) {
      const { status, shape } = await shapeAt(`${base()}${call}`, token);
      expect([call, status]).toEqual([call, 200]);
      shapes[nameOf(call)] = shape;
    }
    if (process.env['UPDATE_DOCS']) writeFileSync(EXPECTED_FILE, `${JSON.stringify(shapes, null, 2)}\n`);
    const kept = JSON.parse(readFileSync(EXPECTED_FILE, 'utf8')) as Record<string, Shape>;
    expect(Object.keys(kept)).toEqual(Object.keys(shapes));
    const found = await verify(base(), token, tenant.clock());
    expect(found.filter(({ differences: some }) => some.some(({ kind }) => kind === 'type'))).toEqual([]);
  });

  it('only reads, and reports neither content nor token', async () => {
    const token = await aToken();
    const file = join(temporaryFolder(), 'token');
    writeFileSync(file, token);
    const before = tenant.state.log.entries('graph').length;
    const text = await verifyCommand(
      ['--real', '--token-file', file],
      { GRAPH_ORIGIN: tenant.graphUrl },
      tenant.clock(),
    );
    expect(text).toContain('/me: 200, as expected');
    expect(text).not.toMatch(/Anna|fernglas|Svalbard/);
    expect(text).not.toContain(token);
    const methods = tenant.state.log
      .entries('graph')
      .slice(before)
      .map(({ method }) => method);
    expect([...new Set(methods)]).toEqual(['GET']);
  });

  it('looks at the authorization front too, where the configuration says that it is on', async () => {
    const front = await keep(startFront());
    const file = join(temporaryFolder(), 'token');
    writeFileSync(file, await front.tenant.token({ user: 'anna', client: 'cli', audience: 'graph' }));
    const on = { PUBLIC_URL: `${front.origin}/mcp`, AUTHORIZATION_FRONT: 'true', SEALING_KEY };
    const run = (more: object) =>
      verifyCommand(['--real', '--token-file', file], { ...onTenant(front.tenant), ...on, ...more });
    const text = await run({ FRONT_CLIENTS: `${DESK}:http://127.0.0.1/done` });
    expect(text).toContain('authorization front: as expected, 1 clients asked for, Entra answered\n');
    expect(await run({ FRONT_CLIENTS: 'nobody:http://127.0.0.1/done' })).toMatch(
      /1 findings.*\n +front_client_unknown/,
    );
    expect(await run({ AUTHORIZATION_FRONT: 'false' })).not.toContain('authorization front');
  });

  it('says so where the front is off and the configuration has it on', async () => {
    const off = await keep(startBehalf(tenant));
    const text = await verifyFront({ ...onTenant(tenant), PUBLIC_URL: off.url, AUTHORIZATION_FRONT: 'true' });
    expect(text).toBe('authorization front: the server does not name itself as authorization server\n');
  });

  it('wants to be told that it is meant', async () => {
    await expect(verifyCommand(['--token-file', 'x'], {})).rejects.toThrow('--real');
  });
});

describe('the comparison of shapes', () => {
  const expected = shapeOf({ id: '1', start: { dateTime: 'x' }, value: [{ size: 1, owner: null }] });

  it('tells what is missing, new, or of another type, by path', () => {
    const seen = shapeOf({ id: 1, start: { zone: 'x' }, value: [{ size: 2, owner: { name: 'Secret' } }] });
    expect(differences(expected, seen)).toEqual([
      { kind: 'missing', path: 'start.dateTime' },
      { kind: 'type', path: 'id', types: 'string here, number there' },
      { kind: 'new', path: 'start.zone' },
    ]);
  });

  it('says nothing of the rows of an empty list, nor of what is null in one of them', () => {
    expect(differences(expected, shapeOf({ id: 'a', start: { dateTime: 'y' }, value: [] }))).toEqual([]);
  });
});
