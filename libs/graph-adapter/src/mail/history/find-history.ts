import { findInLines } from './find-in-lines.js';
import type { Indent } from './indents.js';
import { asRead, type Line } from './line.js';
import { mayQuote } from './may-quote.js';
import { type Place, placeInHtml } from './place-in-html.js';
import { scanHtml } from './scan-html.js';

/** Characters that are looked at: own words stand at the beginning. */
const MOST_LOOKED_AT = 500_000;

/** Whether the body is that of a reply or forward: then it quotes something, told apart or not. */
export interface BodyLookedAt {
  readonly content: string;
  readonly isAnswer: boolean;
}

/**
 * Where the own words of an HTML body end and what it quotes begins; undefined where nothing is seen to be quoted, or
 * where an answer may quote more above that.
 */
export function historyInHtml({ content, isAnswer }: BodyLookedAt): Place | undefined {
  const { lines, quoteAt, indents } = scanHtml(content.slice(0, MOST_LOOKED_AT));
  const told = Math.min(quoteAt ?? Infinity, findInLines(lines) ?? Infinity);
  const at = Math.min(told, isAnswer ? startOfIndented(indents, told) : Infinity);
  const mayLose = isAnswer && (mayQuote(above(lines, at)) || indents.some((indent) => mayBeQuoted(indent, at)));
  return at === Infinity || mayLose ? undefined : placeInHtml(content, at);
}

/** Own words and those that an unknown program quotes look alike where they stand indented above what is told. */
function mayBeQuoted({ end, isBlockquote }: Indent, told: number): boolean {
  return isBlockquote && end !== undefined && end <= told;
}

/**
 * Where an answer quotes in what is indented, as seen by a line above it that says who wrote, or by what it quotes in turn,
 * which is told. Other words with a bar beside them, above what is told, are own ones, such as signatures; where nothing is
 * told, none are.
 */
function startOfIndented(indents: readonly Indent[], told: number): number {
  const quoting = indents.find(({ end = Infinity, isAttributed }) => isAttributed || told === Infinity || told < end);
  return quoting?.at ?? Infinity;
}

/** The same of a body in plain text. */
export function historyInText({ content, isAnswer }: BodyLookedAt): number | undefined {
  const lines = linesOf(content.slice(0, MOST_LOOKED_AT));
  const at = findInLines(lines);
  return at !== undefined && isAnswer && mayQuote(above(lines, at)) ? undefined : at;
}

function above(lines: readonly Line[], at: number): Line[] {
  return lines.filter(({ start }) => start < at);
}

/** Whether more may be quoted than is looked at. */
export function isTooLongToTell(content: string): boolean {
  return content.length > MOST_LOOKED_AT;
}

function linesOf(content: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (const line of content.split('\n')) {
    const text = asRead(line);
    if (text !== '') lines.push({ text, start });
    start += line.length + 1;
  }
  return lines;
}
