import { LITERAL, type Section } from './sections.js';

const SECONDS = 86_400;
const UNITS: Readonly<Record<string, number>> = { d: 86_400, h: 3_600, m: 60, s: 1 };

/** Days as the hours, minutes and seconds that a format with `[h]`, `[mm]` or `[ss]` shows: 1.5 in `[h]:mm` is 36:00. */
export function duration(days: number, { tokens }: Section): string {
  const decimals = decimalsOf(tokens);
  const scale = 10 ** decimals;
  const all = Math.round(Math.abs(days) * SECONDS * scale);
  const seconds = Math.floor(all / scale);
  const parts = tokens.map((token) => {
    if (token.startsWith(LITERAL)) return token.slice(LITERAL.length);
    const elapsed = /^\[([hms])/i.exec(token)?.[1]?.toLowerCase();
    const unit = elapsed ?? /^[dhms]/i.exec(token)?.[0].toLowerCase();
    if (unit !== undefined) return digits(seconds, unit, elapsed !== undefined, token.replaceAll(/[[\]]/g, '').length);
    return token.startsWith('.0') ? `.${String(all % scale).padStart(decimals, '0')}` : token;
  });
  return (days < 0 ? '-' : '') + parts.join('').trim();
}

/** Digits behind the point of the seconds. */
export function decimalsOf(tokens: readonly string[]): number {
  return (tokens.find((token) => /^\.0+$/.test(token))?.length ?? 1) - 1;
}

function digits(seconds: number, unit: string, isElapsed: boolean, width: number): string {
  const size = UNITS[unit] ?? 1;
  const count = Math.floor(seconds / size);
  const shown = isElapsed || unit === 'd' ? count : count % (unit === 'h' ? 24 : 60);
  return String(shown).padStart(width, '0');
}
