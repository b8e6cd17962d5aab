import { z } from 'zod';

/** The argument of every tool that answers in pages; read by `context.paging`. */
export const cursorInput = z
  .string()
  .max(16_384)
  .describe('From the previous page; repeat the other arguments unchanged')
  .optional();
