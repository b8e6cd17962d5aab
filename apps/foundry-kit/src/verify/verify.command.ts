import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { toSetVariables, type Variables } from '@app/config';
import { toDeployment } from '../plan/deployment.js';
import { UsageError } from '../usage-error.js';
import { harmlessCalls, nameOf } from './calls.js';
import { verifyFront } from './verify-front.js';
import { differences, type Difference, type Shape, shapeOf } from './shape.js';

export const VERIFY_USAGE = `npm run verify -- --real --token-file <file>
  --token-file <file>   an access token of a person for Microsoft Graph ("-": standard input)
Reads a few things of that person at Graph (of ENTRA_CLOUD or GRAPH_ORIGIN), changes nothing, and compares the shapes of
the answers with those of the local tenant. The report has names of properties and their types, and no content.
With AUTHORIZATION_FRONT=true it looks at the front at PUBLIC_URL too; nobody signs in there.
`;

/** Shapes of what the local tenant answers, by the path of the call; made by test/foundry-kit/verify.spec.ts. */
export const EXPECTED_FILE = 'apps/foundry-kit/src/verify/expected.json';

const OPTIONS = { real: { type: 'boolean' }, 'token-file': { type: 'string' } } as const;

/** One call, and in what its answer differs from what the local tenant answers. */
export interface Verified {
  readonly name: string;
  readonly status: number;
  readonly differences: readonly Difference[];
}

/** @throws UsageError telling what to write instead */
export async function verifyCommand(args: readonly string[], variables: Variables, now = new Date()): Promise<string> {
  const { values } = parseArgs({ args: [...args], options: OPTIONS });
  const file = values['token-file'];
  if (!values.real || file === undefined) throw new UsageError(VERIFY_USAGE);
  const token = (await readFile(file === '-' ? '/dev/stdin' : file, 'utf8')).trim();
  const { graph } = toDeployment(toSetVariables(variables));
  return `${report(await verify(`${graph}/v1.0`, token, now))}${await verifyFront(variables)}`;
}

export async function verify(base: string, token: string, now: Date): Promise<readonly Verified[]> {
  const known = JSON.parse(await readFile(EXPECTED_FILE, 'utf8')) as Readonly<Record<string, Shape>>;
  const verified: Verified[] = [];
  for (const call of harmlessCalls(now)) {
    const { status, shape } = await shapeAt(`${base}${call}`, token);
    const expected = known[nameOf(call)] ?? {};
    verified.push({ name: nameOf(call), status, differences: status === 200 ? differences(expected, shape) : [] });
  }
  return verified;
}

/** The shape of one answer. */
export async function shapeAt(url: string, token: string): Promise<{ readonly status: number; readonly shape: Shape }> {
  const headers = { authorization: `Bearer ${token}` };
  const response = await fetch(url, { headers, redirect: 'error', signal: AbortSignal.timeout(30_000) });
  return { status: response.status, shape: shapeOf(await response.json().catch(() => ({}))) };
}

function report(verified: readonly Verified[]): string {
  return verified
    .map(({ name, status, differences: found }) => {
      const lines = found.map(({ kind, path, types }) => `  ${kind.padEnd(8)} ${path}${types ? ` (${types})` : ''}\n`);
      const summary = status === 200 && found.length === 0 ? 'as expected' : `${found.length} differences`;
      return `${name}: ${status}, ${status === 200 ? summary : 'not compared'}\n${lines.join('')}`;
    })
    .join('');
}
