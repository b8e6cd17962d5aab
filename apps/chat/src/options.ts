import { existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { hasBrowser } from './browser/has-browser.js';
import type { LocalPages } from './browser/page.js';
import { ChatError, EXIT } from './exit-codes.js';

export const USAGE = `npm run -s chat -- [options] [message]
  --endpoint <url>      of the Foundry project; default FOUNDRY_PROJECT_ENDPOINT, else the running local one
  --agent <name>        default FOUNDRY_AGENT, else "behalf"
  --own-endpoint        ask the agent at its own endpoint, for which Foundry Agent Consumer is enough; the URL of that
                        endpoint in place of the project's says the same
  --sign-in <way>       browser, device (a code for another device) or cli (who is signed in to Azure CLI); default
                        browser, where none can be opened device
  --tenant <id>         to sign in to; default AZURE_TENANT_ID
  --client-id <id>      of an app registration of yours; default AZURE_CLIENT_ID, else Azure's development client
  --token-file <file>   a token of a person for https://ai.azure.com in place of signing in ("-": standard input)
  --open                open links in the browser
  --json                one JSON object per line, nothing asked: for scripts
  --approve             approve every tool call that asks for it; with --json the only way to have one run
Without a message it asks for them until Ctrl-D. Ctrl-C ends it at any time; a sign-in waits for five minutes.
Exit codes: 0 answered, 1 the agent failed, 2 wrong call, 3 not signed in, 4 consent needed, 5 approval needed, 130 Ctrl-C.
`;

const OPTIONS = {
  endpoint: { type: 'string' },
  agent: { type: 'string' },
  'own-endpoint': { type: 'boolean', default: false },
  'sign-in': { type: 'string' },
  tenant: { type: 'string' },
  'client-id': { type: 'string' },
  'token-file': { type: 'string' },
  open: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  approve: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

const SIGN_INS = ['browser', 'device', 'cli'] as const;
export type SignIn = (typeof SIGN_INS)[number];

export interface ChatOptions {
  readonly endpoint: string;
  readonly agent: string;
  /** Whether the agent is asked at its own endpoint. */
  readonly ownEndpoint: boolean;
  readonly signIn: SignIn;
  readonly tenant?: string;
  readonly clientId?: string;
  /** Of another cloud than the public one. */
  readonly authority?: string;
  readonly tokenFile?: string;
  readonly open: boolean;
  readonly json: boolean;
  readonly approve: boolean;
  readonly message?: string;
  /** Of the local tenant, when the project is the local one. */
  readonly localPages?: LocalPages;
}

/** An agent's own endpoint: its project and its name. */
const AGENT_ENDPOINT = /^(.*\/api\/projects\/[^/]+)\/agents\/([^/]+)\/endpoint(?:\/|$)/;

type Environment = Readonly<Record<string, string | undefined>>;

/** @throws ChatError saying what to write instead; undefined when help was asked for */
export function readOptions(args: readonly string[], environment: Environment): ChatOptions | undefined {
  const { values, positionals } = parse(args);
  if (values.help) return undefined;
  const local = localFoundry();
  const endpoint = values.endpoint ?? environment.FOUNDRY_PROJECT_ENDPOINT ?? local?.endpoint;
  if (!endpoint || !URL.canParse(endpoint)) {
    throw new ChatError(`Name the project with --endpoint, or start the local one: npm start\n\n${USAGE}`, EXIT.usage);
  }
  const [, project = endpoint, own] = AGENT_ENDPOINT.exec(endpoint) ?? [];
  const here = local && project === local.endpoint ? local : undefined;
  return {
    endpoint: project.replace(/(?<!\/)\/+$/, ''),
    ownEndpoint: values['own-endpoint'] || own !== undefined,
    agent: values.agent ?? own ?? environment.FOUNDRY_AGENT ?? 'behalf',
    signIn: signInOf(values['sign-in'] ?? (hasBrowser(environment) ? 'browser' : 'device')),
    tenant: values.tenant ?? environment.AZURE_TENANT_ID ?? here?.tenantId,
    clientId: values['client-id'] ?? environment.AZURE_CLIENT_ID ?? here?.clientId,
    authority: here?.authority ?? environment.AZURE_AUTHORITY_HOST,
    tokenFile: values['token-file'],
    open: values.open,
    json: values.json,
    approve: values.approve,
    localPages: here?.pages,
    message: positionals.length > 0 ? positionals.join(' ') : undefined,
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  } catch (cause) {
    throw new ChatError(`${cause instanceof Error ? cause.message : 'Wrong options.'}\n\n${USAGE}`, EXIT.usage, {
      cause,
    });
  }
}

function signInOf(way: string): SignIn {
  const known = SIGN_INS.find((name) => name === way);
  if (!known) throw new ChatError(`--sign-in is "${way}": write one of ${SIGN_INS.join(', ')}`, EXIT.usage);
  return known;
}

interface LocalFoundry {
  readonly endpoint: string;
  readonly authority: string;
  readonly tenantId: string;
  readonly clientId: string;
  readonly pages?: LocalPages;
}

/** What a running `npm start` wrote, where it has a Foundry. */
function localFoundry(): LocalFoundry | undefined {
  const file = '.behalf/local.json';
  if (!existsSync(file)) return undefined;
  const local = JSON.parse(readFileSync(file, 'utf8')) as { readonly foundry?: { readonly chat?: LocalFoundry } };
  return local.foundry?.chat;
}
