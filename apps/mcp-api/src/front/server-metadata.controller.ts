import { scopesToStartWith } from '@app/auth';
import { AppConfig } from '@app/config';
import { ToolCatalog } from '@app/domain';
import { Controller, Get, Header } from '@nestjs/common';
import { OFFLINE } from './front-scopes.js';

/** Authorization server metadata (RFC 8414 section 2). */
@Controller('.well-known/oauth-authorization-server')
export class ServerMetadataController {
  readonly #metadata: object;

  constructor({ auth, front }: AppConfig, catalog: ToolCatalog) {
    const { issuer = '', clientHosts = [] } = front ?? {};
    this.#metadata = {
      issuer,
      authorization_endpoint: `${issuer}/authorization/authorize`,
      token_endpoint: `${issuer}/authorization/token`,
      scopes_supported: [...scopesToStartWith(auth, catalog), OFFLINE],
      response_types_supported: ['code'],
      response_modes_supported: ['query'],
      grant_types_supported: ['authorization_code', 'refresh_token'],
      token_endpoint_auth_methods_supported: ['none'],
      code_challenge_methods_supported: ['S256'],
      // RFC 9207 section 3, and the client-id metadata documents (their draft, section 6).
      authorization_response_iss_parameter_supported: true,
      client_id_metadata_document_supported: clientHosts.length > 0,
      // RFC 9728 section 4.
      protected_resources: [auth.resource],
    };
  }

  @Get()
  @Header('Cache-Control', 'public, max-age=300')
  metadata(): object {
    return this.#metadata;
  }
}
