/** Characters as people see them (UAX #29 grapheme clusters): an emoji of several code points is one. */
const CLUSTERS = new Intl.Segmenter('und', { granularity: 'grapheme' });
/** Code units around the cut that are looked at; a longer cluster is cut between code points. */
const NEAR = 64;

/**
 * The beginning of a text, at most so many UTF-16 code units: never half a surrogate pair at its end, and no part of an
 * emoji or of a letter with its accents. Half a pair at the end of what came whole is left out too.
 */
export function cutText(text: string, max: number): string {
  if (text.length > max) return text.slice(0, boundaryAt(text, max));
  return isHigh(text, text.length - 1) ? text.slice(0, -1) : text;
}

/** The beginning of a text, with an ellipsis within the limit when it goes on. */
export function shortText(text: string, max: number): string {
  return text.length > max ? `${cutText(text, max - 1).trimEnd()}…` : cutText(text, max);
}

/** A part of a text and where the next begins; `next` is undefined after the last. */
export interface TextPart {
  readonly part: string;
  readonly next: number | undefined;
}

/** At most so many code units from there. The parts that follow each other's `next` join to the whole text. */
export function partOf(text: string, start: number, max: number): TextPart {
  const from = isLow(text, start) && isHigh(text, start - 1) ? start - 1 : start;
  if (text.length - from <= max) return { part: text.slice(from), next: undefined };
  const place = from + max;
  const end = [boundaryAt(text, place), pairBoundaryAt(text, place)].find((boundary) => boundary > from) ?? from + 2;
  return { part: text.slice(from, end), next: end };
}

/** The last place at or before this one where a text can be cut. */
function boundaryAt(text: string, place: number): number {
  const from = Math.max(0, place - NEAR);
  const cluster = CLUSTERS.segment(text.slice(from, place + NEAR)).containing(place - from)?.index ?? 0;
  return cluster > 0 ? from + cluster : pairBoundaryAt(text, place);
}

function pairBoundaryAt(text: string, place: number): number {
  return isLow(text, place) && isHigh(text, place - 1) ? place - 1 : place;
}

function isHigh(text: string, place: number): boolean {
  const unit = text.charCodeAt(place);
  return unit >= 0xd800 && unit <= 0xdbff;
}

function isLow(text: string, place: number): boolean {
  const unit = text.charCodeAt(place);
  return unit >= 0xdc00 && unit <= 0xdfff;
}
