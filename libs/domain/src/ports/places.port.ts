import type { UserContext } from '../call/user-context.js';
import type { Listed } from './listed.js';

/** A meeting room that can be invited by its address. */
export interface Room {
  readonly name: string;
  readonly address: string;
  /** Seats. */
  readonly capacity?: number;
  readonly building?: string;
  readonly floor?: string;
  /** What stands in it, in the words of the organisation. */
  readonly display?: string;
  readonly audio?: string;
  readonly video?: string;
  readonly wheelchairAccessible: boolean;
  readonly tags: readonly string[];
}

/** The places of the signed-in person's organisation. */
export abstract class PlacesPort {
  /** Every room, in no order. Needs `Place.Read.All`. */
  abstract listRooms(user: UserContext): Promise<Listed<Room>>;
}
