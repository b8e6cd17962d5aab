import { XMLParser } from 'fast-xml-parser';
import { Unreadable } from './unreadable.js';

/** An element with its children in document order, or a piece of text. */
export interface XmlNode {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlNode[];
  readonly text?: string;
}

type RawNode = Readonly<Record<string, unknown>>;

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
});

/** @throws Unreadable for what no Office program writes: document types and with them entities */
export function parseXml(text: string): XmlNode {
  if (/<!DOCTYPE|<!ENTITY/i.test(text)) throw new Unreadable('The file has XML with a document type.');
  const children = (parser.parse(text) as readonly RawNode[]).map(toNode);
  return { name: '', attributes: {}, children };
}

/** Every element of this name below a node, in document order. */
export function* elements(node: XmlNode, name: string): Generator<XmlNode> {
  for (const child of node.children) {
    if (child.name === name) yield child;
    yield* elements(child, name);
  }
}

/** All text below a node. */
export function textOf(node: XmlNode): string {
  return (node.text ?? '') + node.children.map(textOf).join('');
}

function toNode(raw: RawNode): XmlNode {
  const { ':@': attributes = {}, ...rest } = raw;
  const [entry] = Object.entries(rest);
  const [name, value] = entry ?? ['', []];
  if (name === '#text') return { name, attributes: {}, children: [], text: String(value) };
  const children = Array.isArray(value) ? (value as readonly RawNode[]).map(toNode) : [];
  return { name, attributes: attributes as Record<string, string>, children };
}
