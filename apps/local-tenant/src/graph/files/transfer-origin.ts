/**
 * Where contents are sent to and fetched from without a token: not Graph's host, as with Microsoft, so that a client
 * which adds its token to all that goes to Graph's host adds none here.
 */
export function transferOrigin({ origin, hostname, port }: URL): string {
  return hostname === 'localhost' ? `https://127.0.0.1:${port}` : origin;
}
