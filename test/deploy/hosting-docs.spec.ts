import { existsSync, readFileSync } from 'node:fs';
import { environment } from '@app/config';
import { readArm } from './support/arm.js';

const TEXT = readFileSync('docs/hosting.md', 'utf8');
const BLOCKS = [...TEXT.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, block = '']) => block).join('\n');

function found(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map(([, name = '']) => name);
}

describe('docs/hosting.md', () => {
  it('names commands of this project that exist', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
    const named = found(TEXT, /npm run ([\w:]+)/g);
    expect(named).toContain('build:production');
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });

  it('names files that exist', () => {
    const named = found(TEXT, /\b(deploy\/[\w./-]*\w)/g);
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter((path) => !existsSync(path))).toEqual([]);
  });

  it('sets variables that exist, and every one that is needed', () => {
    const functions = /^az functionapp config appsettings .*$/m.exec(BLOCKS)?.[0] ?? '';
    const set = found(functions, /\b([A-Z][A-Z_]+)=/g);
    expect(set.filter((name) => !(name in environment.shape))).toEqual([]);
    const needed = Object.entries(environment.shape).filter(([, form]) => !form.safeParse(undefined).success);
    expect(needed.filter(([name]) => !set.includes(name))).toEqual([]);
  });

  it('explains every parameter of the template, and gives those that are needed', () => {
    const { parameters } = readArm('deploy/arm/behalf.json');
    const rows = found(TEXT, /^\| (`[^|]*)\|/gm).flatMap((cell) => found(cell, /`(\w+)`/g));
    expect(rows.sort()).toEqual(Object.keys(parameters).sort());
    const given = found(/^az deployment group create .*$/m.exec(BLOCKS)?.[0] ?? '', / (\w+)=/g);
    const needed = Object.entries(parameters).filter(([, { defaultValue }]) => defaultValue === undefined);
    expect(given).toEqual(needed.map(([name]) => name));
  });
});
