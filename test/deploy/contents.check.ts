import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { shippedFolder } from './support/shipped.js';

const PROJECT = JSON.parse(readFileSync('package.json', 'utf8')) as { readonly dependencies: Record<string, string> };
const FOLDER = 'dist/mcp-api/apps/mcp-api/src';

describe('what ships', () => {
  it('is the bundled server, its notices, a manifest and the Functions host file', () => {
    expect(readdirSync(shippedFolder()).sort()).toEqual([
      'THIRD-PARTY-NOTICES.txt',
      'dist',
      'host.json',
      'package.json',
    ]);
    const files = readdirSync(join(shippedFolder(), FOLDER)).sort();
    expect(files).toEqual(['load-server.js', 'main.js', 'process', 'server.cache', 'server.cjs', 'start.js']);
  });

  it('has a notice of every package that the product depends on, and of none that only builds or tests it', () => {
    const notices = readFileSync(join(shippedFolder(), 'THIRD-PARTY-NOTICES.txt'), 'utf8');
    const isNamed = (name: string) => notices.includes(`\n${name} `);
    expect(Object.keys(PROJECT.dependencies).filter((name) => !isNamed(name))).toEqual([]);
    expect(['typescript', 'jest', 'selfsigned', 'vite', 'rolldown'].filter(isNamed)).toEqual([]);
    expect(notices).toContain('Permission is hereby granted');
  });

  it('asks for no package while it is loaded: there are none beside it', () => {
    const folder = mkdtempSync(join(tmpdir(), 'behalf-bare-'));
    const { status, stdout } = spawnSync(process.execPath, [join(shippedFolder(), FOLDER, 'main.js'), '--version'], {
      cwd: folder,
      encoding: 'utf8',
    });
    rmSync(folder, { recursive: true });
    expect(existsSync(join(shippedFolder(), 'node_modules'))).toBe(false);
    expect([status, stdout]).toEqual([0, expect.stringMatching(/^\d+\.\d+\.\d+\n$/)]);
  });

  it('starts with what V8 compiled when it was built', () => {
    const program = `const { loadServer } = await import(process.argv[1]);
      process.stdout.write(String(loadServer().script.cachedDataRejected));`;
    const loader = join(shippedFolder(), FOLDER, 'load-server.js');
    const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', program, loader], {
      encoding: 'utf8',
    });
    expect(stdout).toBe('false');
  });

  it('holds no file of the local tenant, of a test or of TypeScript', () => {
    const foreign = /local-tenant|foundry-kit|\.spec\.|\.tsbuildinfo|\.ts$/;
    const own = readdirSync(join(shippedFolder(), 'dist'), { recursive: true, encoding: 'utf8' });
    expect(own.filter((path) => foreign.test(path))).toEqual([]);
    expect(readFileSync(join(shippedFolder(), 'package.json'), 'utf8')).not.toMatch(/ependencies|scripts/);
  });
});
