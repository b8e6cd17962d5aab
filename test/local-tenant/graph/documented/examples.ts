import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { OPENAPI_FILE } from '../../../support/openapi.js';

/** A request as documentation has it, and what it says of the answer. */
export interface Documented {
  readonly name: string;
  readonly method: string;
  readonly url: string;
  readonly requestHeaders: Readonly<Record<string, string>>;
  readonly requestBody?: unknown;
  readonly responses: readonly {
    readonly status: number;
    readonly body?: unknown;
    readonly headers?: Readonly<Record<string, string>>;
  }[];
}

const FILE = join(dirname(OPENAPI_FILE), 'doc-examples.json');

/** Microsoft's, where they are beside the project. */
export function microsoftsExamples(): readonly Documented[] {
  if (!existsSync(FILE)) return [];
  return (JSON.parse(readFileSync(FILE, 'utf8')) as { readonly examples: readonly Documented[] }).examples;
}
