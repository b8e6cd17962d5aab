import type { Request, Response } from 'express';
import type { TenantState } from '../../tenant-state.js';
import type { SignedInAccount } from './sessions.js';

const COOKIE = 'ESTSAUTH';

/** The browser's session, if it has one that is known. */
export function sessionOf(state: TenantState, request: Request): string | undefined {
  const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim().split('='));
  const id = pairs.find(([name]) => name === COOKIE)?.[1];
  return state.sessions.has(id) ? id : undefined;
}

/** The browser's session, made when it has none. */
export function ensureSession(state: TenantState, request: Request, response: Response): string {
  const known = sessionOf(state, request);
  if (known !== undefined) return known;
  const id = state.sessions.create();
  response.cookie(COOKIE, id, { httpOnly: true, secure: true, sameSite: 'lax', path: '/' });
  return id;
}

/** Who is signed in with a session, without those whose sign-ins were revoked. */
export function signedInAccounts(state: TenantState, sessionId: string): readonly SignedInAccount[] {
  return state.sessions.accounts(sessionId).filter(({ userId, mark }) => !state.issued.isMarkRevoked(userId, mark));
}
