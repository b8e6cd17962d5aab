import { wellFormed } from '@app/domain';

/** How `JSON.stringify` writes half a surrogate pair; whole pairs it writes as they are. */
const HALF = '\\ud';

/** JSON for readers that refuse half a surrogate pair, whatever of the request or the result it repeats. */
export function strictJson(json: string): string {
  return json.includes(HALF) ? JSON.stringify(wellFormed(JSON.parse(json))) : json;
}
