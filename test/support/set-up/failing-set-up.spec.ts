import { spawn } from 'node:child_process';
import { DEEP } from '../depth.js';
import { KeptOpen, openTogether } from '../keep-open.js';

const named = (name: string, closed: string[], error?: Error) => ({
  close: () => {
    closed.push(name);
    if (error) throw error;
  },
});

describe('what is kept open', () => {
  it('is closed from the last to the first, whatever cannot be closed', async () => {
    const closed: string[] = [];
    const kept = new KeptOpen();
    await kept.keep(named('tenant', closed));
    await kept.keep(Promise.resolve(named('server', closed, new Error('stuck'))));
    await kept.keep(named('folder', closed));
    await expect(kept.close()).rejects.toThrow('Could not close: Error: stuck');
    expect(closed).toEqual(['folder', 'server', 'tenant']);
    await kept.close();
    expect(closed).toHaveLength(3);
  });

  it('is closed too when it was still being opened, and when another could not be opened', async () => {
    const closed: string[] = [];
    const late = async () => {
      await new Promise((resolve) => setImmediate(resolve));
      return named('late', closed);
    };
    const opening = openTogether(async (keep) => {
      await Promise.all([keep(late()), keep(Promise.reject<{ close(): void }>(new Error('The port is taken.')))]);
      return {};
    });
    await expect(opening).rejects.toThrow('The port is taken.');
    expect(closed).toEqual(['late']);
  });

  it('is closed with the whole that was made of it', async () => {
    const closed: string[] = [];
    const whole = await openTogether(async (keep) => ({ part: await keep(named('part', closed)) }));
    expect(closed).toEqual([]);
    await whole.close();
    expect(closed).toEqual(['part']);
  });
});

// A run of jest of its own takes as long as many suites.
if (DEEP)
  describe('a suite whose set-up fails', () => {
    it('says why, and its run ends by itself', async () => {
      const { code, written } = await runSuite('test/support/set-up/fails.fixture.ts');
      expect(written).toContain('TOKEN_MODE');
      expect(written).toContain('Tests:       1 failed, 1 total');
      expect(written).not.toMatch(/reading '(?:close|reset)'|did not exit/);
      expect(code).toBe(1);
    }, 120_000);
  });

/** A run of jest of its own, which has to end without being told to. */
async function runSuite(path: string): Promise<{ code: number | null; written: string }> {
  const args = ['scripts/test.mjs', '-i', '--testMatch', `<rootDir>/${path}`];
  const run = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let written = '';
  for (const stream of [run.stdout, run.stderr]) stream.on('data', (chunk: Buffer) => (written += chunk.toString()));
  const code = await new Promise<number | null>((resolve) => run.on('close', resolve));
  return { code, written };
}
