import { execFileSync } from 'node:child_process';

/** A line that must not stand in a file of that room, and one that may. */
const CASES: readonly (readonly [file: string, line: string, allowed: boolean])[] = [
  ['libs/domain/src/tool/caller.ts', "import { Injectable } from '@nestjs/common';", false],
  ['libs/domain/src/tool/caller.ts', "import { createHash } from 'node:crypto';", false],
  ['libs/domain/src/tool/caller.ts', "import type { Event } from '@microsoft/microsoft-graph-types';", false],
  ['libs/domain/src/tool/caller.ts', "import { z } from 'zod';", true],
  ['libs/auth/src/auth-config.ts', "import { GraphCalendar } from '@app/graph-adapter';", false],
  ['libs/auth/src/auth-config.ts', "import type { Caller } from '@app/domain';", true],
  ['libs/graph-adapter/src/graph.config.ts', "import { AuthConfig } from '@app/auth';", false],
  ['apps/mcp-api/src/app.module.ts', "import { startLocalTenant } from '../../local-tenant/src/index.js';", false],
  ['apps/local-tenant/src/log.ts', "import { TOOLS } from '@app/domain';", false],
];

const LINT = `
  import { ESLint } from 'eslint';
  // The other rules need the types of the whole project, which take seconds to know.
  const untyped = { languageOptions: { parserOptions: { projectService: false, project: null } } };
  const eslint = new ESLint({ overrideConfig: untyped, ruleFilter: ({ ruleId }) => ruleId === 'no-restricted-imports' });
  const cases = JSON.parse(process.argv[1]);
  const refused = [];
  for (const [filePath, line] of cases) {
    const [{ messages }] = await eslint.lintText(line + '\\n', { filePath });
    refused.push(messages.some(({ ruleId }) => ruleId === 'no-restricted-imports'));
  }
  console.log(JSON.stringify(refused));
`;

describe('the arrows point inward', () => {
  let refused: boolean[];
  beforeAll(() => {
    const args = ['--input-type=module', '-e', LINT, JSON.stringify(CASES)];
    refused = JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' })) as boolean[];
  }, 60_000);

  it.each(CASES.map((entry, index) => [...entry, index] as const))(
    'in %s, %s: allowed %s',
    (_file, _line, allowed, index) => {
      expect(refused[index]).toBe(!allowed);
    },
  );
});
