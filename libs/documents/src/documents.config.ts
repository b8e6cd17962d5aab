import type { PlaceLimits } from '@app/domain';

/** What reading documents may cost. `places` is how many are read at the same time, each in a process of its own. */
export interface ExtractionLimits extends PlaceLimits {
  readonly maxBytes: number;
  readonly maxCharacters: number;
  readonly milliseconds: number;
  /** All the memory of one process. */
  readonly megabytes: number;
}

export const EXTRACTION_LIMITS: ExtractionLimits = {
  maxBytes: 25 * 1024 * 1024,
  maxCharacters: 2_000_000,
  milliseconds: 20_000,
  megabytes: 200,
  places: 2,
  placesPerPerson: 1,
  waiting: 32,
  waitingPerPerson: 10,
  longestWaitMs: 20_000,
};

/** A class, so that it is its own injection token. */
export abstract class DocumentsConfig {
  abstract readonly limits: ExtractionLimits;
  /** The module of the processes, where it is not beside this one. */
  abstract readonly entry?: URL;
}
