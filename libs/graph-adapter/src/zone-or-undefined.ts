import { toIanaZone } from '@app/domain';

/** Graph's zone name as IANA; undefined for names no table knows, such as `tzone://Microsoft/Custom`. */
export function zoneOrUndefined(name: string | null | undefined): string | undefined {
  if (!name) return undefined;
  try {
    return toIanaZone(name);
  } catch {
    return undefined;
  }
}
