import { readParts } from './package-parts.js';
import { relationsOf } from './relations.js';
import { Unreadable } from './unreadable.js';
import { elements, parseXml, textOf } from './xml.js';

const PRESENTATION = 'ppt/presentation.xml';

/** The slides in the order in which they are shown, each paragraph a line. */
export function pptxText(content: Uint8Array): string {
  const parts = readParts(content, (path) => /^ppt\/(presentation|slides\/slide\d+)\.xml$|^ppt\/_rels\//.test(path));
  const presentation = parts.get(PRESENTATION);
  if (presentation === undefined) throw new Unreadable('The file is no PowerPoint presentation.');
  const targets = relationsOf(parts, PRESENTATION);
  const order = [...elements(parseXml(presentation), 'p:sldId')].map(({ attributes }) =>
    targets.get(attributes['r:id'] ?? ''),
  );
  return order.map((path, index) => `# Slide ${index + 1}\n${slideText(parts.get(path ?? ''))}`).join('\n\n');
}

function slideText(xml: string | undefined): string {
  if (xml === undefined) return '';
  const paragraphs = [...elements(parseXml(xml), 'a:p')].map((paragraph) =>
    [...elements(paragraph, 'a:t')].map(textOf).join(''),
  );
  return paragraphs.filter((text) => text.trim() !== '').join('\n');
}
