import { DomainError, type Scope, type UserContext } from '@app/domain';

/** @throws DomainError `access_denied`, as Graph does for a token without the scope */
export function assertGranted(user: UserContext, scope: Scope): void {
  if (user.may(scope)) return;
  throw new DomainError('access_denied', `This needs the scope ${scope}.`, { scopes: [scope] });
}
