import { Injectable, Optional } from '@nestjs/common';
import { AuthConfig } from './auth-config.js';
import { Clock } from './common/clock.js';
import type { KeySetState } from './keys/key-set.js';
import { SigningKeys } from './keys/signing-keys.js';
import { CredentialState } from './credential/credential-state.js';
import { TokenExchange } from './obo/token-exchange.js';

export interface TokenHealthReport {
  readonly tokenMode: AuthConfig['tokenMode'];
  readonly jwks: KeySetState;
  readonly credential: 'ok' | 'unusable';
  /** Where the credential knows when it ends. */
  readonly credentialDaysLeft?: number;
  /** What an operator should know about the mode chosen or the credential. */
  readonly warning?: string;
}

const DAY_MS = 86_400_000;

const PASSTHROUGH_WARNING =
  'TOKEN_MODE=passthrough: only Graph verifies the tokens, and MCP forbids passing them on. Prefer TOKEN_MODE=obo.';
const SECRET_WARNING =
  'This server proves itself with a client secret, which expires and can be copied. Prefer ENTRA_CREDENTIAL=managed-identity or a certificate.';

/** What an operator should know about what was chosen. */
export function warningOf({ tokenMode, credential, production }: AuthConfig): string | undefined {
  if (tokenMode === 'passthrough') return PASSTHROUGH_WARNING;
  return production && credential.kind === 'secret' ? SECRET_WARNING : undefined;
}

/** Whether tokens can be verified and exchanged; for readiness. */
@Injectable()
export class TokenHealth {
  readonly #config: AuthConfig;
  readonly #keys: SigningKeys;
  readonly #credential: CredentialState;
  readonly #clock: Clock;
  readonly #exchange?: TokenExchange;

  constructor(
    config: AuthConfig,
    keys: SigningKeys,
    credential: CredentialState,
    clock: Clock,
    @Optional() exchange?: TokenExchange,
  ) {
    this.#config = config;
    this.#keys = keys;
    this.#credential = credential;
    this.#clock = clock;
    this.#exchange = exchange;
  }

  async check(): Promise<TokenHealthReport> {
    const { tokenMode } = this.#config;
    // Passthrough needs neither keys nor a credential.
    if (tokenMode === 'passthrough')
      return { tokenMode, jwks: 'ok', credential: 'ok', warning: warningOf(this.#config) };
    const left = (this.#exchange?.credential.expiresAt() ?? Infinity) - this.#clock.now();
    return {
      tokenMode,
      jwks: await this.#keys.state(),
      credential: this.#credential.accepted && left > 0 ? 'ok' : 'unusable',
      credentialDaysLeft: Number.isFinite(left) ? Math.floor(left / DAY_MS) : undefined,
      warning: this.#exchange?.credential.problem() ?? warningOf(this.#config),
    };
  }
}
