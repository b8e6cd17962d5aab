import { claimsOf } from './claims.js';
import type { Observations, ListedTool, Metadata, Target } from './observations.js';
import { type Answer, ask, askMcp } from './http.js';
import { probeApprovals } from './probe-approvals.js';
import { entraIssuerOf } from './probe-entra.js';
import { probeFront } from './probe-front.js';

/** Asks the server everything that the checks need to know. */
export async function probe(target: Target): Promise<Observations> {
  const { url, token } = target;
  const now = Date.now();
  const anonymous = await askMcp(url, undefined, 'tools/list');
  const ready = await ask(new URL('/readyz', url).href);
  const found = await published(target, anonymous);
  return {
    target,
    now,
    anonymous,
    ready,
    serverNow: dateOf(anonymous),
    ...found,
    front: await probeFront(target, found.metadata),
    approvals: await probeApprovals(target, found.metadata),
    ...(token !== undefined && (await withToken(url, token))),
  };
}

type Published = Pick<Observations, 'metadataUrl' | 'metadataAnswer' | 'metadata' | 'entra' | 'discovery'>;

async function published(target: Target, anonymous: Answer): Promise<Published> {
  const metadataUrl = challengeParameter(anonymous, 'resource_metadata') ?? wellKnown(target.url);
  const metadataAnswer = await ask(metadataUrl);
  const metadata = objectOf<Metadata>(metadataAnswer);
  const entra = entraIssuerOf(target, metadata);
  const discovery = entra === undefined ? undefined : await ask(`${entra}/.well-known/openid-configuration`);
  return { metadataUrl, metadataAnswer, metadata, entra, discovery };
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
