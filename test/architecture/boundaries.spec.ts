import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

/** A line in a file of that room, and the rule it breaks (none: it may stand there). */
const CASES: readonly (readonly [room: string, line: string, broken: string | undefined])[] = [
  ['libs/domain/src/tool', "import '@nestjs/common';", 'domain-imports-only-itself'],
  ['libs/domain/src/tool', "import 'node:crypto';", 'domain-imports-only-itself'],
  [
    'libs/domain/src/tool',
    "import type { Event } from '@microsoft/microsoft-graph-types';",
    'domain-imports-only-itself',
  ],
  ['libs/domain/src/tool', "import '@app/http';", 'domain-imports-only-itself'],
  ['libs/domain/src/tool', "import 'zod';", undefined],
  ['libs/domain/src/tools/mail', "import '../calendar/planted.js';", 'toolsets-do-not-meet'],
  ['libs/domain/src/tools/mail', "import '../shared/planted.js';", undefined],
  ['libs/auth/src', "import '@app/graph-adapter';", 'adapters-do-not-meet'],
  ['libs/auth/src', "import '@app/config';", 'configuration-for-apps'],
  ['libs/auth/src', "import type { Caller } from '@app/domain';", undefined],
  ['libs/graph-adapter/src', "import '@app/auth';", 'adapters-do-not-meet'],
  ['libs/documents/src', "import '@app/auth';", 'adapters-do-not-meet'],
  ['libs/documents/src', "import '../../../apps/mcp-api/src/planted.js';", 'libs-know-no-app'],
  ['libs/config/src', "import '../../../apps/mcp-api/src/planted.js';", 'libs-know-no-app'],
  ['libs/config/src', "import type { AuthConfig } from '@app/auth';", undefined],
  ['libs/auth/src', "import '../../domain/src/tool/planted.js';", 'libs-by-their-door'],
  ['libs/auth/src', "import '@app/testing';", 'testing-beside-the-product'],
  ['apps/mcp-api/src', "import '../../local-tenant/src/planted.js';", 'product-without-local-tenant'],
  ['apps/mcp-api/src', "import 'jose';", 'product-without-local-tenant'],
  ['apps/mcp-api/src', "import '../../foundry-kit/src/planted.js';", 'nobody-needs-the-kit'],
  ['apps/mcp-api/src', "import { ESLint, type Linter } from 'eslint';", 'no-dev-dependency-in-product'],
  ['apps/mcp-api/src', "import type { Linter } from 'eslint';", undefined],
  ['apps/mcp-api/src', "import '@app/config';", undefined],
  ['apps/local-tenant/src', "import '@app/domain';", 'local-tenant-alone'],
  ['apps/playground/page', "import '@app/domain';", 'playground-alone'],
  ['apps/chat/src', "import '../../mcp-api/src/planted.js';", 'chat-alone'],
  ['apps/foundry-kit/src', "import '@app/config';", undefined],
  ['apps/foundry-kit/src', "import '@app/auth';", 'kit-reads-configuration-only'],
];

const LIBS = ['domain', 'auth', 'graph-adapter', 'documents', 'http', 'config', 'testing'];
const ROOMS = [
  ...new Set(CASES.map(([room]) => room)),
  'libs/domain/src/tools/calendar',
  'libs/domain/src/tools/shared',
];

/** A project of empty rooms with the rules of this one. */
function plant(folder: string): void {
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  for (const lib of LIBS) write(`libs/${lib}/src/index.ts`, 'export {};\n');
  for (const room of ROOMS) write(`${room}/planted.ts`, 'export {};\n');
  CASES.forEach(([room, line], index) => write(`${room}/case-${String(index)}.ts`, `${line}\n`));
  write('libs/domain/src/text/up.ts', "import '../tool/planted.js';\n");
  write('libs/domain/src/tool/down.ts', "import '../text/planted.js';\n");
  write('libs/domain/src/text/planted.ts', 'export {};\n');
  write('libs/domain/src/tool/one.ts', "import type { Two } from './two.js';\nexport interface One { two: Two }\n");
  write('libs/domain/src/tool/two.ts', "import type { One } from './one.js';\nexport interface Two { one: One }\n");
  for (const file of ['package.json', 'tsconfig.json', '.dependency-cruiser.mjs']) cpSync(file, join(folder, file));
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
}

interface Violation {
  readonly from: string;
  readonly rule: { readonly name: string };
}

function violations(folder: string): readonly Violation[] {
  const cruise = resolve('node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const args = [cruise, 'libs', 'apps', '--preserve-symlinks', '--output-type', 'json'];
  const output = execFileSync(process.execPath, args, { cwd: folder, encoding: 'utf8', maxBuffer: 50_000_000 });
  return (JSON.parse(output) as { summary: { violations: Violation[] } }).summary.violations;
}

describe('the arrows point inward', () => {
  let found: readonly Violation[];
  beforeAll(() => {
    const folder = realpathSync(mkdtempSync(join(tmpdir(), 'behalf-boundaries-')));
    try {
      plant(folder);
      found = violations(folder);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it.each(CASES.map(([room, line, broken], index) => [room, line, broken ?? 'no rule', index] as const))(
    'in %s, %s breaks %s',
    (room, _line, broken, index) => {
      const names = found
        .filter(({ from }) => from === `${room}/case-${String(index)}.ts`)
        .map(({ rule }) => rule.name);
      if (broken === 'no rule') expect(names).toEqual([]);
      else expect(names).toContain(broken);
    },
  );

  it('types that two files take from each other are a circle', () => {
    const circles = found.filter(({ rule }) => rule.name === 'no-circular').map(({ from }) => from);
    expect(circles).toContainEqual(expect.stringMatching(/^libs\/domain\/src\/tool\/(?:one|two)\.ts$/));
  });

  it('rooms that need each other are a circle, though their files are not', () => {
    const circles = found.filter(({ rule }) => rule.name === 'rooms-run-one-way').map(({ from }) => from);
    expect(circles).toContainEqual(expect.stringMatching(/^libs\/domain\/src\/(?:text|tool)$/));
  });
});
