import { ESLint, Linter } from 'eslint';
import regexp from 'eslint-plugin-regexp';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { oneIn } from '../support/depth.js';

const RULES = ['regexp/no-super-linear-backtracking', 'regexp/no-super-linear-move'];
/** What ships. */
const FOLDERS = ['libs', 'apps/mcp-api', 'apps/foundry-kit', 'apps/chat'];
/** Patterns that are made of the product's own words and schemas, of which none comes from others. */
const MADE_OF_OWN_WORDS = 3;

describe('A pattern that costs more than the length of what it reads', () => {
  it.each(oneIn(3, ['libs/domain/src/index.ts', 'apps/mcp-api/src/main.ts', 'apps/chat/src/main.ts']))(
    'is refused in %s',
    async (file) => {
      const { rules } = await new ESLint().calculateConfigForFile(file);
      for (const rule of RULES) expect(rules[rule]).toEqual([2, { report: 'potential' }]);
    },
  );

  it.each(['/(a+)+$/', '/\\s+$/', '/<[^>]*>/', '/a.*b.*c$/', '/\\S+@\\S+/', '/(?:x|x)*y/'])(
    'is found: %s',
    (pattern) => {
      const rules = Object.fromEntries(RULES.map((rule) => [rule, ['error', { report: 'potential' }]] as const));
      const config = { plugins: { regexp }, rules } as unknown as Linter.Config;
      expect(new Linter().verify(`export const found = ${pattern};`, config)).not.toEqual([]);
    },
  );

  it('cannot hide in a pattern that is put together from texts', () => {
    const files = FOLDERS.flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
    ).filter((name) => /\.tsx?$/.test(name) && !name.includes('node_modules') && !name.startsWith('libs/testing'));
    const made = files.filter((name) => /\bRegExp\(/.test(readFileSync(name, 'utf8')));
    expect(made.sort()).toHaveLength(MADE_OF_OWN_WORDS);
  });
});
