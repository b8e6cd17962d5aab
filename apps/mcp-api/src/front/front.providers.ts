import type { Clock } from '@app/auth';
import type { AppConfig } from '@app/config';
import type { Provider, Type } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import { Seal } from '../browser/seal.js';
import { AuthorizeController } from './authorize.controller.js';
import { CallbackController } from './callback.controller.js';
import { ClientDocuments } from './clients/client-documents.js';
import { FrontClients } from './clients/front-clients.js';
import { ConsentForms } from './consent-forms.js';
import { FrontFlows } from './front-flows.js';
import { SealedGrants } from './sealed-grants.js';
import { ServerMetadataController } from './server-metadata.controller.js';
import { TokenController } from './token.controller.js';

/** Where the front is off, there is nothing of it. */
export function frontControllers({ front }: AppConfig): readonly Type[] {
  return front ? [ServerMetadataController, AuthorizeController, CallbackController, TokenController] : [];
}

/** What the endpoints of the front need. */
export function frontProviders({ front, sealingKey }: AppConfig, clock: Clock): readonly Provider[] {
  if (!front) return [];
  const key = sealingKey ?? randomBytes(32).toString('base64url');
  const now = () => clock.now();
  const isHttps = front.issuer.startsWith('https:');
  const grants = { codes: new Seal(key, 'front code'), refreshTokens: new Seal(key, 'front refresh') };
  return [
    { provide: FrontClients, useValue: new FrontClients(front, new ClientDocuments(now)) },
    { provide: ConsentForms, useValue: new ConsentForms(new Seal(key, 'front consent'), now, isHttps) },
    { provide: FrontFlows, useValue: new FrontFlows(new Seal(key, 'front flow'), now, isHttps) },
    { provide: SealedGrants, useValue: new SealedGrants(grants, now) },
  ];
}
