import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type { Variables } from '@app/config';
import { UsageError } from '../usage-error.js';
import { examine } from './checks/index.js';
import type { ConnectionProperties, Target } from './observations.js';
import type { Finding } from './finding.js';
import { probe } from './probe.js';

export const DOCTOR_USAGE = `npm run -s foundry -- doctor <url of POST /mcp> [options]
  --token-file <file>       an access token as the connection brings it ("-": standard input); it is sent to the URL only
  --connection-file <file>  the connection's JSON, as the management API gives it or as it will be sent
  --agent-tool-file <file>  the JSON of the agent's MCP tool (server_url, allowed_tools), or of a version of a toolbox
  --client-id <id>          with the authorization front: a client that is to sign people in, as FRONT_CLIENTS names it or
                            as the URL of its metadata document
  --inside                  this environment (.env) is the server's: look at it too
  --json                    findings as JSON
Exit code 0: nothing wrong (warnings may be there), 1: something is, 2: the doctor was called wrongly.
`;

const OPTIONS = {
  'token-file': { type: 'string' },
  'connection-file': { type: 'string' },
  'agent-tool-file': { type: 'string' },
  'client-id': { type: 'string' },
  inside: { type: 'boolean' },
  json: { type: 'boolean' },
} as const;

export interface Diagnosis {
  readonly text: string;
  readonly healthy: boolean;
}

/**
 * What `npm run foundry -- doctor` prints.
 * @throws UsageError telling what to write instead
 */
export async function doctorCommand(args: readonly string[], variables: Variables): Promise<Diagnosis> {
  const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  const [url] = positionals;
  if (url === undefined || !URL.canParse(url)) throw new UsageError(`Name the URL of the server.\n\n${DOCTOR_USAGE}`);
  const target: Target = {
    url,
    token: (await textOf(values['token-file']))?.trim(),
    connection: await connectionOf(values['connection-file']),
    clientId: values['client-id'],
    agentTool: await jsonOf(values['agent-tool-file']),
    environment: values.inside ? variables : undefined,
  };
  const findings = examine(await probe(target));
  const healthy = findings.every(({ level }) => level !== 'error');
  return { healthy, text: values.json ? `${JSON.stringify(findings, null, 2)}\n` : report(url, findings) };
}

function report(url: string, findings: readonly Finding[]): string {
  if (findings.length === 0) return `${url}: nothing wrong was found.\n`;
  const blocks = findings.map(
    ({ level, code, what, why, fix }) => `${level.toUpperCase()} ${code}\n  ${what}\n  Why: ${why}\n  Do:  ${fix}\n`,
  );
  return `${url}\n\n${blocks.join('\n')}`;
}

/** The management API wraps what it gives in `properties`. */
async function connectionOf(file: string | undefined): Promise<ConnectionProperties | undefined> {
  const json = await jsonOf<ConnectionProperties & { readonly properties?: ConnectionProperties }>(file);
  return json?.properties ? { name: json.name, ...json.properties } : json;
}

async function jsonOf<Shape>(file: string | undefined): Promise<Shape | undefined> {
  const text = await textOf(file);
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text) as Shape;
  } catch (cause) {
    throw new UsageError(`${file} is no JSON.`, { cause });
  }
}

async function textOf(file: string | undefined): Promise<string | undefined> {
  if (file === undefined) return undefined;
  try {
    return await readFile(file === '-' ? '/dev/stdin' : file, 'utf8');
  } catch (cause) {
    throw new UsageError(`${file} cannot be read.`, { cause });
  }
}
