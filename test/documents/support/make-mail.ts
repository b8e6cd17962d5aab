const CRLF = '\r\n';

/** A message as programs save it; bodies as they stand on the wire. */
export function aMail(head: Readonly<Record<string, string>>, body: string): string {
  const lines = Object.entries({ 'MIME-Version': '1.0', ...head }).map(([name, value]) => `${name}: ${value}`);
  return [...lines, '', body].join(CRLF);
}

/** Parts with a boundary between them. */
export function multipart(boundary: string, parts: readonly string[]): string {
  return [...parts.flatMap((part) => [`--${boundary}`, part]), `--${boundary}--`, ''].join(CRLF);
}
