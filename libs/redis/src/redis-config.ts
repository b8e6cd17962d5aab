/** Where the Redis of all replicas is, and how this server proves itself to it. */
export interface RedisConfig {
  /** `redis://` or `rediss://` (TLS), with user and password where it needs them. */
  readonly url: string;
  /** Whether it is a cluster that sends clients from node to node (OSS cluster API). */
  readonly cluster: boolean;
  /** One command is given up after so many milliseconds. */
  readonly timeoutMs: number;
  /** Present: a token of this managed identity is the password. Without a client id: the system-assigned one. */
  readonly identity?: { readonly clientId?: string };
}
