import type { Observations } from '../observations.js';
import type { Finding } from '../finding.js';
import { checkAddress } from './address.check.js';
import { checkApprovals } from './approvals.check.js';
import { checkCatalog } from './catalog.check.js';
import { checkChallenge } from './challenge.check.js';
import { checkConfiguration } from './configuration.check.js';
import { checkConnection } from './connection.check.js';
import { checkConsent } from './consent.check.js';
import { checkFront } from './front.check.js';
import { checkHealth } from './health.check.js';
import { checkDuration, checkRefusal } from './refusal.check.js';
import { checkToolbox } from './toolbox.check.js';
import { checkToken } from './token.check.js';

/** Every check, from the outside in. */
const CHECKS: readonly ((observations: Observations) => readonly Finding[])[] = [
  checkAddress,
  checkChallenge,
  checkFront,
  checkHealth,
  checkConnection,
  checkToken,
  checkRefusal,
  checkCatalog,
  checkToolbox,
  checkConsent,
  checkApprovals,
  checkDuration,
  checkConfiguration,
];

/** Errors first; the general "refused" only where nothing else explains it. */
export function examine(observations: Observations): readonly Finding[] {
  const found = CHECKS.flatMap((check) => check(observations));
  const explained = found.some(({ level, code }) => level === 'error' && code !== 'refused');
  const findings = found.filter(({ code }) => code !== 'refused' || !explained);
  return [...findings.filter(({ level }) => level === 'error'), ...findings.filter(({ level }) => level === 'warning')];
}
