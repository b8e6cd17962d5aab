import { ianaZone } from '../time/zones.js';

/** What a request prefers; `applied` is the value of Preference-Applied. */
export interface Prefer {
  /** Zone of the times in the answer, as it was named. */
  readonly timeZone?: string;
  readonly bodyType: 'html' | 'text';
  readonly immutableIds: boolean;
  /** Whether the caller takes what a sharing link gives, for good. */
  readonly redeemsSharingLink: boolean;
  /** Whether a PATCH by an alternate key may make what is not there. */
  readonly createsIfMissing: boolean;
  readonly applied: string;
}

/** Reads Prefer (RFC 7240): Outlook's zone, body type and kind of id; anything else is ignored. */
export function readPrefer(header: string | undefined): Prefer {
  const preferences = new Map(split(header ?? '').map(toPair));
  const timeZone = preferences.get('outlook.timezone');
  if (timeZone !== undefined) ianaZone(timeZone);
  const bodyType = preferences.get('outlook.body-content-type')?.toLowerCase() === 'text' ? 'text' : 'html';
  const immutableIds = preferences.get('idtype')?.toLowerCase() === 'immutableid';
  const redeemsSharingLink = preferences.has('redeemsharinglink');
  const createsIfMissing = preferences.has('create-if-missing');
  const applied = appliedOf(preferences, immutableIds);
  return { timeZone, bodyType, immutableIds, redeemsSharingLink, createsIfMissing, applied };
}

function split(header: string): string[] {
  return header.match(/(?:[^,"']|"[^"]*"|'[^']*')+/g) ?? [];
}

function toPair(preference: string): [string, string] {
  const [name = '', ...value] = preference.split('=');
  return [
    name.trim().toLowerCase(),
    value
      .join('=')
      .trim()
      .replace(/^["']|["']$/g, ''),
  ];
}

function appliedOf(preferences: Map<string, string>, immutableIds: boolean): string {
  const parts: string[] = [];
  for (const name of ['outlook.timezone', 'outlook.body-content-type']) {
    const value = preferences.get(name);
    if (value !== undefined) parts.push(`${name}="${value}"`);
  }
  if (immutableIds) parts.push('IdType="ImmutableId"');
  return parts.join(', ');
}
