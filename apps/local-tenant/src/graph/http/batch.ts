import type { Request, RequestHandler } from 'express';
import { z } from 'zod';
import { badRequest } from '../errors.js';
import { authenticate, type VerifyToken } from './authenticate.js';
import { inject, type InjectedReply } from './inject.js';
import type { TenantUser } from '../../directory/types.js';

const LIMIT = 20;
const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

const batchBody = z.object({
  requests: z.array(
    z.object({
      id: z.string().min(1),
      method: z.string().toUpperCase().pipe(z.enum(METHODS)),
      url: z.string(),
      headers: z.record(z.string(), z.string()).default({}),
      body: z.unknown().optional(),
      dependsOn: z.array(z.string()).default([]),
    }),
  ),
});

type Step = z.output<typeof batchBody>['requests'][number];
type StepReply = Omit<InjectedReply, 'headers'> & { readonly id: string; readonly headers: Record<string, string> };

/** `POST /$batch`: up to 20 requests in one, each answered as if it had come alone and with the caller's own token. */
export function batch(verify: VerifyToken, users: readonly TenantUser[]): RequestHandler {
  return async (request, response) => {
    await authenticate(request, verify, users);
    const steps = readSteps(request.body);
    const replies = new Map<string, StepReply>();
    for (const step of steps) replies.set(step.id, await replyTo(request, step, replies));
    response.json({ responses: [...replies.values()] });
  };
}

/** @throws GraphError 400 for what makes the whole batch invalid */
function readSteps(body: unknown): readonly Step[] {
  const read = batchBody.safeParse(body);
  if (!read.success) throw badRequest('BadRequest', `Invalid batch payload format: ${z.prettifyError(read.error)}`);
  const steps = read.data.requests;
  if (steps.length > LIMIT)
    throw badRequest('BadRequest', `Number of batch request steps exceeds the maximum value of ${LIMIT}.`);
  const seen = new Set<string>();
  for (const { id, dependsOn } of steps) {
    if (seen.has(id)) throw badRequest('BadRequest', `The request id '${id}' is used more than once.`);
    const unknown = dependsOn.find((earlier) => !seen.has(earlier));
    if (unknown !== undefined)
      throw badRequest('BadRequest', `Request '${id}' depends on '${unknown}', which is not before it.`);
    seen.add(id);
  }
  return steps;
}

async function replyTo(request: Request, step: Step, earlier: ReadonlyMap<string, StepReply>): Promise<StepReply> {
  const { id, method, body, dependsOn } = step;
  // Microsoft's client leaves the version in front.
  const url = step.url.replace(/^\/v1\.0(?=\/)/, '');
  if (dependsOn.some((one) => (earlier.get(one)?.status ?? 500) >= 400)) return failed(id, 424, 'FailedDependency');
  if (!url.startsWith('/') || /^\/\$batch\b/i.test(url)) return failed(id, 400, 'BadRequest');
  const { authorization = '', ...given } = lowerCased(step.headers);
  const host = request.get('host') ?? 'localhost';
  const headers = { ...given, host, authorization: request.get('authorization') ?? authorization };
  const content = body === undefined ? undefined : toBytes(body);
  return { id, ...(await inject(request, { method, url: `/v1.0${url}`, headers, content })) };
}

/** JSON, or the base64 of what is none. */
function toBytes(body: unknown): Buffer {
  return typeof body === 'string' ? Buffer.from(body, 'base64') : Buffer.from(JSON.stringify(body));
}

function failed(id: string, status: number, code: string): StepReply {
  return {
    id,
    status,
    headers: {},
    body: { error: { code, message: 'The request of the batch was not carried out.' } },
  };
}

function lowerCased(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}
