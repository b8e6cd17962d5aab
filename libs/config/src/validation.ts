import type { z } from 'zod';
import { validateCloud } from './clouds.js';
import { validateApprovals } from './approvals-config.js';
import { validateCredential } from './credential.js';
import { validateFront } from './front-config.js';
import { validateRedis } from './redis-variables.js';
import type { PolicyFile } from './policy-file/index.js';
import { validateSafety } from './unsafe.js';
import type { SetVariables } from './variables.js';

/** What is wrong or missing by itself, one line each, as the schema found it. */
export function schemaErrors(result: z.ZodSafeParseResult<unknown>, given: SetVariables): readonly string[] {
  return result.success ? [] : [...new Set(result.error.issues.map((issue) => describe(issue, given)))];
}

const LOOPBACK = /^https?:\/\/(localhost|127\.0\.0\.1|\[::1\])(:|\/|$)/;

/** Variables that are right by themselves and must not be together. */
export function validateCombinations(given: SetVariables, file: Pick<PolicyFile, 'rules'>): readonly string[] {
  const found: string[] = [];
  const text = (name: string) => given[name] ?? '';
  if (text('NODE_ENV') === 'production') {
    if (text('GRAPH_MODE') === 'memory')
      found.push('GRAPH_MODE is wrong: memory is refused when NODE_ENV=production, write graph');
    for (const name of ['ENTRA_ORIGIN', 'GRAPH_ORIGIN']) {
      if (LOOPBACK.test(text(name))) found.push(`${name} is wrong: a local tenant is refused when NODE_ENV=production`);
    }
    if (text('PUBLIC_URL').startsWith('http:'))
      found.push('PUBLIC_URL is wrong: write an https URL when NODE_ENV=production');
  }
  return [
    ...found,
    ...validateSafety(given),
    ...validateApprovals(given, file),
    ...validateFront(given),
    ...validateRedis(given),
    ...validateCredential(given),
    ...validateCloud(given),
  ];
}

function describe(issue: z.core.$ZodIssue, given: SetVariables): string {
  const name = String(issue.path[0]);
  if (given[name] === undefined) return `${name} is missing: set it (see .env.example)`;
  return `${name} is wrong: ${hint(issue)}`;
}

function hint(issue: z.core.$ZodIssue): string {
  return issue.code === 'invalid_value' ? `write one of ${issue.values.join(', ')}` : issue.message;
}
