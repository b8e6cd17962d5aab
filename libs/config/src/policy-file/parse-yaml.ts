import { type Document, LineCounter, Lexer, type Node, parseAllDocuments, visit } from 'yaml';
import { MAX_DEPTH, MAX_INDENT } from './limits.js';
import { PolicyFileError } from './read-text.js';

/** A file as it was written: its tree, and where in it something stands. */
export interface ParsedFile {
  readonly root: Node;
  /** The line of a node, from 1. */
  lineOf(node: unknown): number | undefined;
}

/** The lexer puts this before every scalar, which may look like a sign. */
const SCALAR = '\u001f';

/**
 * One document of YAML 1.2 or JSON without anchors, aliases, tags and directives.
 * @throws PolicyFileError
 */
export function parseYaml(text: string): ParsedFile {
  assertShallow(text);
  const lines = new LineCounter();
  const documents = parseAllDocuments(text, {
    lineCounter: lines,
    prettyErrors: false,
    version: '1.2',
    merge: false,
    // It costs the square of the keys; they are compared where they are read.
    uniqueKeys: false,
    logLevel: 'silent',
  });
  const [document, ...others] = documents;
  if (!document || !('contents' in document) || document.contents === null)
    throw new PolicyFileError('it is empty, write rules');
  if (others.length > 0) throw new PolicyFileError('it has several documents ("---"), write one');
  const lineAt = (offset: number) => lines.linePos(offset).line;
  assertWellFormed(document, lineAt);
  assertPlain(document, lineAt);
  const lineOf = (node: unknown) => {
    const range = (node as Partial<Node> | undefined)?.range;
    return range ? lineAt(range[0]) : undefined;
  };
  return { root: document.contents, lineOf };
}

/** Before anything is composed, which is done by recursion. */
function assertShallow(text: string): void {
  let [flow, signs, line, isScalar] = [0, 0, 1, false];
  let isAtStart = true;
  for (const token of new Lexer().lex(text)) {
    if (isScalar) isScalar = false;
    else if (token === SCALAR) isScalar = true;
    else if (token === '[' || token === '{') flow++;
    else if (token === ']' || token === '}') flow = Math.max(0, flow - 1);
    else if (token === '-' || token === '?') signs++;
    const isIndent = isAtStart && /^ +$/.test(token);
    if (flow > MAX_DEPTH || signs > MAX_DEPTH || (isIndent && token.length > MAX_INDENT))
      throw new PolicyFileError(`line ${line} is nested too deeply`);
    isAtStart = token.includes('\n');
    if (!isAtStart) continue;
    signs = 0;
    line += token.split('\n').length - 1;
  }
}

function assertWellFormed({ errors, directives }: Document, lineAt: (offset: number) => number): void {
  const [error] = errors;
  if (error) {
    const words = error.code === 'TAB_AS_INDENT' ? 'a tab stands before the text, indent with spaces' : error.message;
    throw new PolicyFileError(`line ${lineAt(error.pos[0])} is not YAML: ${words}`);
  }
  if (directives?.yaml.explicit) throw new PolicyFileError('it has a %YAML directive, leave it out');
}

/** What makes a file mean something else than it shows. */
function assertPlain(document: Document, lineAt: (offset: number) => number): void {
  const refuse = (node: Node, what: string) => {
    const line = node.range ? `line ${lineAt(node.range[0])}` : 'it';
    throw new PolicyFileError(`${line} has ${what}`);
  };
  visit(document, {
    Alias: (_, node) => refuse(node, 'an alias (*), write out what it stands for'),
    Node: (_, node) => {
      if ('anchor' in node && node.anchor !== undefined) refuse(node, 'an anchor (&), write the text without it');
      if ('tag' in node && node.tag !== undefined) refuse(node, 'a tag (!), write the text without it');
    },
  });
}
