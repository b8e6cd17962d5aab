const LOOPBACK = /^(localhost|127\.0\.0\.1|\[::1\])$/;

/** https, or what does not leave this machine. */
export function isSecure({ protocol, hostname }: URL): boolean {
  return protocol === 'https:' || LOOPBACK.test(hostname);
}
