import { createServer } from 'node:http';

/** What the person sees last. */
export const THE_END = 'You can close this page.';

/** A program that signs a person in as the SDK's documentation says: it keeps what it is given, and listens for the code. */
export class SdkClient {
  redirectUrl;
  #kept = {};
  #server;
  #back;
  #options;

  static async start(options, host = '127.0.0.1') {
    const client = new SdkClient();
    client.#options = options;
    client.#back = new Promise((resolve) => {
      client.#server = createServer(({ url }, response) => {
        if (!url.startsWith('/callback')) return response.writeHead(404).end();
        response.end(THE_END);
        resolve(new URL(url, client.redirectUrl).searchParams);
      });
    });
    await new Promise((resolve) => client.#server.listen(0, '127.0.0.1', resolve));
    client.redirectUrl = `http://${host}:${client.#server.address().port}/callback`;
    return client;
  }

  /** What came to the redirect URI. */
  get answer() {
    return this.#back;
  }

  get asked() {
    return this.#kept.url;
  }

  get kept() {
    return this.#kept.tokens;
  }

  /** The `OAuthClientProvider`. */
  get provider() {
    const [kept, { clientId, documentUrl, scope, noResource, offline }] = [this.#kept, this.#options];
    return {
      redirectUrl: this.redirectUrl,
      clientMetadataUrl: documentUrl,
      clientMetadata: {
        client_name: 'A program',
        redirect_uris: [this.redirectUrl],
        grant_types: ['authorization_code', 'refresh_token'],
        token_endpoint_auth_method: 'none',
        ...(scope && { scope }),
      },
      state: () => (kept.state ??= 'state-of-the-program'),
      clientInformation: () => kept.client ?? (clientId && { client_id: clientId }),
      saveClientInformation: (client) => void (kept.client = client),
      tokens: () => kept.tokens,
      saveTokens: (tokens) => void (kept.tokens = tokens),
      redirectToAuthorization: (url) => {
        // Version 1 asks for what the server's challenge names, which is no refresh token.
        const scope = url.searchParams.get('scope');
        if (offline && !scope.includes('offline_access')) url.searchParams.set('scope', `${scope} offline_access`);
        kept.url = url;
      },
      saveCodeVerifier: (verifier) => void (kept.verifier = verifier),
      codeVerifier: () => kept.verifier,
      discoveryState: () => kept.discovery,
      saveDiscoveryState: (state) => void (kept.discovery = state),
      ...(noResource && { validateResourceURL: async () => undefined }),
    };
  }

  close() {
    this.#server.closeAllConnections();
    return new Promise((resolve) => this.#server.close(resolve));
  }
}
