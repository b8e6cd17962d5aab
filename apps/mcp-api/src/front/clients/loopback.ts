/** Loopback, by an address or by its name, with or without a port, and what follows it. */
export const LOOPBACK =
  /^http:\/\/(?<host>127\.0\.0\.1|\[::1\]|localhost)(?::(?<port>[1-9]\d{0,4}))?(?<rest>(?:\/[!-~]*)?)$/;

const ON_THIS_COMPUTER = ['127.0.0.1', '[::1]', 'localhost'];

/** Whether a redirect URI is of a program on the person's own computer. */
export function isOnThisComputer(uri: string): boolean {
  const { protocol, hostname } = new URL(uri);
  return protocol === 'http:' && ON_THIS_COMPUTER.includes(hostname);
}
