import { scopesToStartWith, signInTenant } from '@app/auth';
import { ToolCatalog } from '@app/domain';
import { Controller, Get, Header, NotFoundException, Param } from '@nestjs/common';
import { AppConfig } from '@app/config';

/** OAuth 2.0 Protected Resource Metadata (RFC 9728 section 2), as far as this server has something to say. */
export interface ProtectedResourceMetadata {
  readonly resource: string;
  readonly resource_name: string;
  readonly authorization_servers: readonly string[];
  readonly scopes_supported: readonly string[];
  readonly bearer_methods_supported: readonly ['header'];
}

/** The metadata at its path form and at the root form (RFC 9728 section 3.1), for clients that try either. */
@Controller('.well-known/oauth-protected-resource')
export class ProtectedResourceController {
  readonly #path: string;
  readonly #metadata: ProtectedResourceMetadata;

  constructor({ auth, server, front }: AppConfig, catalog: ToolCatalog) {
    this.#path = server.resource.pathname.slice(1);
    this.#metadata = {
      resource: auth.resource,
      resource_name: 'Behalf',
      authorization_servers: [front?.issuer ?? `${auth.entraOrigin}/${signInTenant(auth)}/v2.0`],
      scopes_supported: scopesToStartWith(auth, catalog),
      bearer_methods_supported: ['header'],
    };
  }

  @Get(['', '*path'])
  @Header('Cache-Control', 'public, max-age=300')
  metadata(@Param('path') path?: string[]): ProtectedResourceMetadata {
    if (path !== undefined && path.join('/') !== this.#path) throw new NotFoundException();
    return this.#metadata;
  }
}
