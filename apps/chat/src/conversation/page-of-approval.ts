import type { ToolCall } from '../foundry/items.js';

/** Where the person approves a call at the server itself. */
export interface PageOfApproval {
  readonly name: string;
  /** What would happen, in the server's words. */
  readonly message: string;
  readonly url: string;
  /** ISO 8601. */
  readonly endsAt?: string;
}

/** The page that a refused call waits for; undefined for any other call. */
export function pageOfApproval({ name, error }: ToolCall): PageOfApproval | undefined {
  const { code, message, url, endsAt } = errorIn(error);
  if (code !== 'approval_required' || typeof url !== 'string') return undefined;
  return { name, message: String(message), url, endsAt: typeof endsAt === 'string' ? endsAt : undefined };
}

function errorIn(error: unknown): Readonly<Record<string, unknown>> {
  try {
    const read = (typeof error === 'string' ? JSON.parse(error) : error) as { readonly error?: object } | null;
    return { ...read?.error };
  } catch {
    return {};
  }
}
