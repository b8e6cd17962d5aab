import { Unreadable } from '../unreadable.js';
import { OfficePackage } from './package.js';
import { assertZip, notThis } from './what-it-is.js';
import type { XmlHandler } from './xml.js';

/** A kind of Office document. */
export interface OfficeKind {
  /** As a sentence names it. */
  readonly name: string;
  readonly home: string;
  readonly root: string;
  /** Where its main part usually is. */
  readonly usual: string;
}

export const WORD: OfficeKind = { name: 'Word document', home: 'w', root: 'w:document', usual: 'word/document.xml' };
export const EXCEL: OfficeKind = { name: 'Excel workbook', home: 's', root: 's:workbook', usual: 'xl/workbook.xml' };
export const POWERPOINT: OfficeKind = {
  name: 'PowerPoint presentation',
  home: 'p',
  root: 'p:presentation',
  usual: 'ppt/presentation.xml',
};

/** A package and where its document is. */
export interface Opened {
  readonly parts: OfficePackage;
  readonly main: string;
}

/** @throws Unreadable, with what the file is, as far as that can be told */
export function opened(content: Uint8Array, kind: OfficeKind): Opened {
  assertZip(content, kind.name);
  const parts = packageOf(content, kind);
  const main = parts.main(kind.usual);
  if (main === undefined) throw notThis(kind.name, parts.paths);
  return { parts, main };
}

function packageOf(content: Uint8Array, { name }: OfficeKind): OfficePackage {
  try {
    return new OfficePackage(content);
  } catch (cause) {
    if (!(cause instanceof Unreadable) || !cause.message.includes('not complete')) throw cause;
    throw new Unreadable(`The file is no ${name}, or a damaged one: it is not complete.`, { cause });
  }
}

/** Reads the main part of a document. */
export function readMain({ parts, main }: Opened, kind: OfficeKind, handler: XmlHandler): void {
  let isRoot = true;
  parts.read(main, kind.home, {
    ...handler,
    open: (name, attributes) => {
      if (isRoot && name !== kind.root) throw notThis(kind.name, parts.paths, name);
      isRoot = false;
      return handler.open(name, attributes);
    },
  });
  if (isRoot) throw notThis(kind.name, parts.paths);
}
