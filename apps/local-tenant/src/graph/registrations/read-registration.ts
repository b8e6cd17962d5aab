import { z } from 'zod';
import {
  registrationBody,
  type Registration,
  type RegistrationBody,
} from '../../directory/registrations/registration.js';
import { GraphError, badRequest } from '../errors.js';

/** @throws GraphError 400 for a body that the directory does not take */
export function readBody<T>(form: z.ZodType<T>, body: unknown): T {
  const { success, data, error } = form.safeParse(body);
  if (!success) throw badRequest('Request_BadRequest', z.prettifyError(error));
  return data;
}

/**
 * What is written of an application.
 * @throws GraphError 400 as the directory words it
 */
export function readRegistration(body: unknown, now?: Registration): RegistrationBody {
  const written = readBody(registrationBody, body);
  const wanted = written.api?.oauth2PermissionScopes;
  const scopes = now?.api.oauth2PermissionScopes ?? [];
  if (wanted && scopes.some(({ id, isEnabled }) => isEnabled && !wanted.some((scope) => scope.id === id)))
    throw new GraphError(
      400,
      'CannotDeleteOrUpdateEnabledEntitlement',
      'Permission (scope or role) cannot be deleted or updated unless disabled first.',
    );
  if (wanted && new Set(wanted.map(({ value }) => value)).size < wanted.length)
    throw badRequest('Request_BadRequest', 'Property oauth2PermissionScopes has two entries with the same value.');
  checkPreAuthorized(written, scopes);
  return written;
}

/** The scopes have to be there before a client is authorised for them: the same request is too early. */
function checkPreAuthorized({ api }: RegistrationBody, scopes: readonly { readonly id: string }[]): void {
  const ids = (api?.preAuthorizedApplications ?? []).flatMap(({ delegatedPermissionIds }) => delegatedPermissionIds);
  const unknown = ids.find((id) => !scopes.some((scope) => scope.id === id));
  if (unknown !== undefined)
    throw badRequest(
      'InvalidValue',
      `Property api.preAuthorizedApplications.delegatedPermissionIds has the value ${unknown}, which is no permission of the application.`,
    );
}
