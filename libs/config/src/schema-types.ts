import { z } from 'zod';

/** Forms that several variables share. */
export const flag = z.enum(['true', 'false']).transform((value) => value === 'true');

export const list = z
  .string()
  .transform((value) => value.split(',').map((item) => item.trim()))
  .transform((items) => items.filter((item) => item !== ''));
