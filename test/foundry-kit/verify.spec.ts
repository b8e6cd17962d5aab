import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { harmlessCalls, nameOf } from '../../apps/foundry-kit/src/verify/calls.js';
import { differences, type Shape, shapeOf } from '../../apps/foundry-kit/src/verify/shape.js';
import { EXPECTED_FILE, shapeAt, verify, verifyCommand } from '../../apps/foundry-kit/src/verify/verify.command.js';
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
