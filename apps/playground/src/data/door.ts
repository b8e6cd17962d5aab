/** A page of the local tenant where this server shows it: browsers would warn of the tenant's own certificate. */
export function throughDoor(link: string, localPages: readonly string[]): string {
  const origin = localPages.find((known) => link.startsWith(`${known}/`));
  return origin === undefined ? link : link.slice(origin.length);
}
