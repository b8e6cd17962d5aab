import { z } from 'zod';
import { federatedBody } from '../../directory/registrations/registration.js';
import type { Registrations } from '../../directory/registrations/registrations.js';
import { GraphError, badRequest } from '../errors.js';
import { ok, type GraphReply, type GraphRequest, type GraphRoute } from '../http/route.js';
import { contextUrl } from '../odata/context-url.js';
import { findRegistration } from './find-registration.js';
import { readBody } from './read-registration.js';

const addPasswordBody = z.object({
  passwordCredential: z.object({ displayName: z.string().nullish(), endDateTime: z.string().optional() }).optional(),
});
const removePasswordBody = z.object({ keyId: z.guid() });

/** Secrets and federated credentials of an app registration. */
export function credentialRoutes(registrations: Registrations, now: () => Date): GraphRoute[] {
  const find = (request: GraphRequest) => findRegistration(registrations, request);
  const federated = '/applications/{id}/federatedIdentityCredentials';
  return [
    {
      method: 'POST',
      path: '/applications/{id}/addPassword',
      operation: 'applications.write',
      handle: (request) => {
        const { passwordCredential } = readBody(addPasswordBody, request.body);
        return ok({ ...registrations.addPassword(find(request), passwordCredential?.displayName ?? null, now()) });
      },
    },
    {
      method: 'POST',
      path: '/applications/{id}/removePassword',
      operation: 'applications.write',
      handle: (request) => removePassword(registrations, request),
    },
    {
      method: 'GET',
      path: federated,
      operation: 'applications.read',
      handle: (request) =>
        ok({
          '@odata.context': contextUrl(request.url.origin, 'federatedIdentityCredentials'),
          value: find(request).federated,
        }),
    },
    {
      method: 'POST',
      path: federated,
      operation: 'applications.write',
      handle: (request) => addFederated(registrations, request),
    },
  ];
}

function removePassword(registrations: Registrations, request: GraphRequest): GraphReply {
  const found = findRegistration(registrations, request);
  const { keyId } = readBody(removePasswordBody, request.body);
  if (!found.passwordCredentials.some((one) => one.keyId === keyId))
    throw badRequest('Request_BadRequest', `No password credential found with keyId ${keyId}.`);
  registrations.removePassword(found, keyId);
  return { status: 204 };
}

/** Issuer and subject together tell who is trusted, once per application. */
function addFederated(registrations: Registrations, request: GraphRequest): GraphReply {
  const found = findRegistration(registrations, request);
  const body = readBody(federatedBody, request.body);
  const isKnown = found.federated.some(
    ({ name, issuer, subject }) => name === body.name || (issuer === body.issuer && subject === body.subject),
  );
  if (isKnown)
    throw new GraphError(
      409,
      'Request_MultipleObjectsWithSameKeyValue',
      'FederatedIdentityCredential with this name, or with this issuer and subject, already exists.',
    );
  return { status: 201, body: { ...registrations.addFederated(found, body) } };
}
