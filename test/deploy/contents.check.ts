import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { shippedFolder } from './support/shipped.js';

const PROJECT = JSON.parse(readFileSync('package.json', 'utf8')) as { readonly dependencies: Record<string, string> };

describe('what ships', () => {
  it('is the compiled product, its packages, a manifest and the Functions host file', () => {
    expect(readdirSync(shippedFolder()).sort()).toEqual(['dist', 'host.json', 'node_modules', 'package.json']);
    expect(readdirSync(join(shippedFolder(), 'dist/mcp-api/apps'))).toEqual(['mcp-api']);
    expect(readdirSync(join(shippedFolder(), 'dist/mcp-api/libs')).sort()).toEqual([
      'auth',
      'documents',
      'domain',
      'graph-adapter',
      'http',
    ]);
  });

  it('holds no development dependency, and every one it needs', () => {
    const installed = (name: string) => existsSync(join(shippedFolder(), 'node_modules', name));
    expect(Object.keys(PROJECT.dependencies).filter((name) => !installed(name))).toEqual([]);
    const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
      packages: Record<string, { dev?: boolean; devOptional?: boolean }>;
    };
    const onlyForDevelopment = Object.entries(lock.packages).filter(([, { dev }]) => dev === true);
    expect(onlyForDevelopment.length).toBeGreaterThan(100);
    expect(onlyForDevelopment.filter(([path]) => existsSync(join(shippedFolder(), path)))).toEqual([]);
  });

  it('holds no file of the local tenant, of a test or of TypeScript', () => {
    const foreign = /local-tenant|foundry-kit|\.spec\.|\.tsbuildinfo|(?<!\.d)\.ts$/;
    const own = readdirSync(join(shippedFolder(), 'dist'), { recursive: true, encoding: 'utf8' });
    expect(own.filter((path) => foreign.test(path))).toEqual([]);
    expect(readFileSync(join(shippedFolder(), 'package.json'), 'utf8')).not.toMatch(/devDependencies|scripts/);
  });
});
