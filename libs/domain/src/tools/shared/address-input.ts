import { z } from 'zod';
import { LONGEST_ADDRESS, readAddress, isAddress } from '../../text/address.js';

/** Room for a display name beside the address. */
const LONGEST = LONGEST_ADDRESS + 256;

/** One e-mail address, also written as `Name <address>`; the value is the address alone. */
export const addressInput = z
  .string()
  .max(LONGEST)
  .overwrite((text) => readAddress(text) ?? text)
  .refine(isAddress, 'must be one address, as in ben@example.com or Ben Carter <ben@example.com>');

/** Several of them. */
export const addressesInput = z.array(addressInput);
