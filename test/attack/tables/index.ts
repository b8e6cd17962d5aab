import type { AttackTable } from '../support/attack.js';
import { addresses } from './addresses.js';
import { algorithms } from './algorithms.js';
import { injectedArguments } from './arguments.js';
import { audience } from './audience.js';
import { claims } from './claims.js';
import { bodies } from './bodies.js';
import { clock } from './clock.js';
import { credentials } from './credentials.js';
import { elsewhere } from './elsewhere.js';
import { envelope } from './envelope.js';
import { envelope2026 } from './envelope-2026.js';
import { issuer } from './issuer.js';
import { keyIds } from './key-ids.js';
import { keys } from './keys.js';
import { mixedMessages } from './mixed-messages.js';
import { oddMessages } from './odd-messages.js';
import { passthrough } from './passthrough.js';
import { person } from './person.js';
import { scopes } from './scopes.js';
import { upstream } from './upstream.js';
import { withoutToken } from './without-token.js';

/** Every attack, by what it attacks. */
export const TABLES: readonly AttackTable[] = [
  algorithms,
  keyIds,
  keys,
  envelope,
  audience,
  issuer,
  person,
  scopes,
  claims,
  clock,
  credentials,
  elsewhere,
  withoutToken,
  addresses,
  bodies,
  mixedMessages,
  oddMessages,
  envelope2026,
  injectedArguments,
  upstream,
  passthrough,
];
