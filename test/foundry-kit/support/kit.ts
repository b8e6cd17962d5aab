import { connectCommand } from '../../../apps/foundry-kit/src/connect/connect.command.js';
import type { LocalTenantFile } from '../../../apps/foundry-kit/src/connect/local-tenant.js';
import type { Dependencies } from '../../../apps/foundry-kit/src/connect/connect-context.js';
import type { LocalTenant } from '../../support/tenant.js';

/** One run of `connect`: what it told, how it failed, and what it changed. */
export interface Run {
  readonly text: string;
  readonly error?: Error;
  /** Method and path of every request that may change something. */
  readonly changes: readonly string[];
}

/** Registrations of their own, beside the seeded ones. */
export const FRESH = ['--name', 'fresh', '--connection', 'fresh', '--project', 'p'] as const;

export interface RunOptions {
  readonly args?: readonly string[];
  readonly variables?: Readonly<Record<string, string>>;
  readonly dependencies?: Partial<Dependencies>;
  readonly mcpUrl?: string;
  /** The network breaks after so many changes. */
  readonly cutAfter?: number;
  /** Answers in place of the cloud. */
  readonly answer?: (method: string, path: string, version: string | null) => Response | undefined;
}

export function localFile(tenant: LocalTenant, mcp = 'https://behalf.example/mcp'): LocalTenantFile {
  const { entraUrl: entra, graphUrl: graph, controlUrl: control, foundryUrl, tenantId, clients } = tenant;
  return { mcp, entra, graph, control, foundry: { url: foundryUrl }, home: { tenantId }, clients };
}

/** Runs `connect --local`, unless it is told how to sign in. */
export async function connect(tenant: LocalTenant, options: RunOptions = {}): Promise<Run> {
  const { args = [], variables = {}, dependencies = {}, mcpUrl } = options;
  const changes: string[] = [];
  let text = '';
  const send: typeof fetch = async (input, init) => {
    const url = new URL(String(input).replace('https://management.azure.com', tenant.foundryUrl));
    const method = init?.method ?? 'GET';
    if (method !== 'GET') {
      if (changes.length === options.cutAfter) throw new TypeError('fetch failed', { cause: { code: 'ECONNRESET' } });
      changes.push(`${method} ${url.pathname}`);
    }
    return options.answer?.(method, url.pathname, url.searchParams.get('api-version')) ?? fetch(url, init);
  };
  const parts: Partial<Dependencies> = {
    tell: (line) => (text += line),
    fetch: send,
    pause: () => Promise.resolve(),
    localTenant: () => Promise.resolve(localFile(tenant, mcpUrl)),
    ...dependencies,
  };
  const way = dependencies.cli ? [] : ['--local'];
  try {
    await connectCommand([...way, ...args], variables, parts);
    return { text, changes };
  } catch (error) {
    return { text, changes, error: error as Error };
  }
}
