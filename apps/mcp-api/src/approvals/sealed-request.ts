import { z } from 'zod';

/** What a link holds: short names, because all of it travels in a URL. */
export const sealedRequest = z.strictObject({
  /** Tenant and object id of the person. */
  tid: z.string(),
  oid: z.string(),
  /** The client that asked. */
  client: z.string(),
  tool: z.string(),
  args: z.record(z.string(), z.unknown()),
  /** The version that was seen when the agent asked. */
  version: z.string().optional(),
  /** Seconds since the epoch. */
  exp: z.number(),
});

export type SealedRequest = z.output<typeof sealedRequest>;
