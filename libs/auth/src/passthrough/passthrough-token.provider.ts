import { DomainError, UserToken, UserTokenProvider, type UserTokenRequest } from '@app/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { assertBeforeDeadline } from '../common/deadline.js';

/** `TOKEN_MODE=passthrough`: the token that came in is the person's Graph token. */
@Injectable()
export class PassthroughTokenProvider extends UserTokenProvider {
  readonly #clock: Clock;

  constructor(clock: Clock) {
    super();
    this.#clock = clock;
  }

  override async tokenFor({ caller, limits, resource }: UserTokenRequest): Promise<UserToken> {
    assertBeforeDeadline(limits);
    if (resource !== undefined) throw new Error(`A Graph token cannot be sent to ${resource}.`);
    // A token that is not for Graph must not be shown to Graph.
    if (caller.verifiedBy !== 'graph') throw refused('The token is not one that Microsoft Graph verified.');
    if (caller.expiresAt * 1000 <= this.#clock.now()) throw refused('The token has expired.');
    return new UserToken(caller.token.reveal());
  }
}

function refused(message: string): DomainError {
  return new DomainError('invalid_token', message, { userAction: 'Sign in again.' });
}
