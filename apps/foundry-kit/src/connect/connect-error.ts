/** What stands in the way of a connection; its message says what to do. */
export class ConnectError extends Error {}
