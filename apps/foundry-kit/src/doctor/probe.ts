import { claimsOf } from './claims.js';
import type { Observations, ListedTool, Metadata, Target } from './observations.js';
import { type Answer, ask, askMcp } from './http.js';
import { probeApprovals } from './probe-approvals.js';

/** Asks the server everything that the checks need to know. */
export async function probe(target: Target): Promise<Observations> {
  const { url, token } = target;
  const now = Date.now();
  const anonymous = await askMcp(url, undefined, 'tools/list');
  const ready = await ask(new URL('/readyz', url).href);
  const metadata = await published(url, anonymous);
  return {
    target,
    now,
    anonymous,
    ready,
    serverNow: dateOf(anonymous),
    ...metadata,
    approvals: await probeApprovals(target, metadata.metadata),
    ...(token !== undefined && (await withToken(url, token))),
  };
}

type Published = Pick<Observations, 'metadataUrl' | 'metadataAnswer' | 'metadata' | 'discovery'>;

async function published(url: string, anonymous: Answer): Promise<Published> {
  const metadataUrl = challengeParameter(anonymous, 'resource_metadata') ?? wellKnown(url);
  const metadataAnswer = await ask(metadataUrl);
  const metadata = objectOf<Metadata>(metadataAnswer);
  const issuer = metadata?.authorization_servers?.[0];
  const discovery = issuer === undefined ? undefined : await ask(`${issuer}/.well-known/openid-configuration`);
  return { metadataUrl, metadataAnswer, metadata, discovery };
}

async function withToken(
  url: string,
  token: string,
): Promise<Pick<Observations, 'claims' | 'listing' | 'tools' | 'context'>> {
  const listing = await askMcp(url, token, 'tools/list');
  const { result } = objectOf<{ readonly result?: { readonly tools?: readonly ListedTool[] } }>(listing) ?? {};
  const context = await askMcp(url, token, 'tools/call', { name: 'get_my_context', arguments: {} });
  return { claims: claimsOf(token), listing, tools: result?.tools, context };
}

/** A parameter of the Bearer challenge (RFC 6750 section 3). */
export function challengeParameter(answer: Answer, name: string): string | undefined {
  return new RegExp(`${name}="([^"]*)"`).exec(answer.headers.get('www-authenticate') ?? '')?.[1];
}

export function objectOf<Shape extends object>(answer: Answer | undefined): Shape | undefined {
  return typeof answer?.json === 'object' && answer.json !== null ? (answer.json as Shape) : undefined;
}

function wellKnown(url: string): string {
  const { origin, pathname } = new URL(url);
  return `${origin}/.well-known/oauth-protected-resource${pathname === '/' ? '' : pathname}`;
}

function dateOf(answer: Answer): number | undefined {
  const date = answer.headers.get('date');
  return date === null ? undefined : Date.parse(date);
}
