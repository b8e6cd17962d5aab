import { UserTokenProvider } from '@app/domain';
import { type DynamicModule, Logger, Module, type OnModuleDestroy, type Provider, type Type } from '@nestjs/common';
import { PassportModule } from '@nestjs/passport';
import { randomUUID } from 'node:crypto';
import passport from 'passport';
import { AuthConfig } from './auth-config.js';
import { EntraTokenStrategy } from './bearer/entra-token.strategy.js';
import { VerifiedTokens } from './bearer/verified-tokens.js';
import { Clock, SYSTEM_CLOCK } from './common/clock.js';
import { SigningKeys } from './keys/signing-keys.js';
import { CredentialState } from './credential/credential-state.js';
import { OboTokenProvider } from './obo/obo-token.provider.js';
import { EntraClient } from './obo/entra-client.js';
import { SharedStore, SharedTokens } from './obo/shared-tokens.js';
import { TokenExchange } from './obo/token-exchange.js';
import { GraphProbe } from './passthrough/graph-probe.js';
import { GraphTokenStrategy } from './passthrough/graph-token.strategy.js';
import { PassthroughTokenProvider } from './passthrough/passthrough-token.provider.js';
import { BearerGuard } from './bearer/bearer.guard.js';
import { ForwardedSignIn } from './sign-in/forwarded-sign-in.js';
import { PersonSignIn } from './sign-in/person-sign-in.js';
import { ToolScopeGuard } from './scope/tool-scope.guard.js';
import { TokenHealth, warningOf } from './token-health.js';

interface TokenMode {
  readonly strategy: Type<passport.Strategy>;
  readonly tokens: Type<UserTokenProvider>;
  readonly needs: readonly Provider[];
}

const SIGN_INS: readonly Type[] = [PersonSignIn, ForwardedSignIn];

const TOKEN_MODES: Record<AuthConfig['tokenMode'], TokenMode> = {
  obo: { strategy: EntraTokenStrategy, tokens: OboTokenProvider, needs: [EntraClient, TokenExchange, ...SIGN_INS] },
  passthrough: { strategy: GraphTokenStrategy, tokens: PassthroughTokenProvider, needs: [GraphProbe] },
};

/** Token under which the strategy of the chosen mode is injected, and its name in passport's registry. */
abstract class BearerStrategy {
  abstract readonly name: string;
  abstract readonly strategy: passport.Strategy;
}

/** Who is let in, and with which Graph token their calls are made. Needs `ToolCatalog` from the application. */
@Module({})
export class AuthModule implements OnModuleDestroy {
  readonly #name: string;

  constructor({ name, strategy }: BearerStrategy, config: AuthConfig) {
    this.#name = name;
    passport.use(name, strategy);
    const warning = warningOf(config);
    if (warning) new Logger('Auth').warn(warning);
  }

  /**
   * @param clock by which tokens are judged
   * @param store where replicas share exchanged tokens
   */
  static register(config: AuthConfig, clock: Clock = SYSTEM_CLOCK, store?: SharedStore): DynamicModule {
    // Passport has one registry per process; two servers in it must not take each other's strategy.
    const name = `bearer-${randomUUID()}`;
    const passportModule = PassportModule.register({ defaultStrategy: name, session: false });
    return {
      module: AuthModule,
      imports: [passportModule],
      providers: [
        { provide: AuthConfig, useValue: config },
        { provide: Clock, useValue: clock },
        { provide: SharedTokens, useValue: store && new SharedTokens(store, clock) },
        ...providersOf(TOKEN_MODES[config.tokenMode], name),
        SigningKeys,
        VerifiedTokens,
        CredentialState,
        TokenHealth,
        BearerGuard,
        ToolScopeGuard,
      ],
      exports: [
        passportModule,
        AuthConfig,
        VerifiedTokens,
        TokenHealth,
        BearerGuard,
        ToolScopeGuard,
        ...givenBy(config.tokenMode),
      ],
    };
  }

  onModuleDestroy(): void {
    passport.unuse(this.#name);
  }
}

/** People can sign in at this server only where it is an application at Entra. */
function givenBy(mode: AuthConfig['tokenMode']): readonly Type[] {
  return mode === 'obo' ? [UserTokenProvider as Type, ...SIGN_INS] : [UserTokenProvider as Type];
}

function providersOf({ strategy, tokens, needs }: TokenMode, name: string): Provider[] {
  const useFactory = (chosen: passport.Strategy): BearerStrategy => ({ name, strategy: chosen });
  return [
    strategy,
    { provide: BearerStrategy, inject: [strategy], useFactory },
    { provide: UserTokenProvider, useClass: tokens },
    ...needs,
  ];
}
