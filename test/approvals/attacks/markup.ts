import { Parser } from 'htmlparser2';
import type { Page } from '../browser.js';

const TAGS = [
  ...[
    'html',
    'head',
    'meta',
    'br',
    'title',
    'style',
    'body',
    'header',
    'main',
    'section',
    'h1',
    'h2',
    'h3',
    'p',
    'ul',
    'li',
  ],
  ...[
    'dl',
    'dt',
    'dd',
    'div',
    'pre',
    'bdi',
    'span',
    'strong',
    'time',
    'form',
    'input',
    'button',
    'a',
    'footer',
    'svg',
    'path',
  ],
];
const ATTRIBUTES = [
  ...[
    'lang',
    'charset',
    'name',
    'content',
    'class',
    'role',
    'id',
    'method',
    'action',
    'type',
    'value',
    'datetime',
    'dir',
  ],
  ...['aria-labelledby', 'aria-hidden', 'aria-label', 'tabindex', 'viewbox', 'd', 'fill', 'width', 'height', 'xmlns'],
];

/** Only markup of ours: one form with two buttons, no script, no link, nothing loaded; no character that turns or hides text. */
export function isOurMarkup({ html }: Page): void {
  const counts = new Map<string, number>();
  const foreign: string[] = [];
  const parser = new Parser({
    onopentag: (tag, attributes) => {
      counts.set(tag, (counts.get(tag) ?? 0) + 1);
      if (!TAGS.includes(tag)) foreign.push(tag);
      foreign.push(...Object.keys(attributes).filter((name) => !ATTRIBUTES.includes(name)));
    },
  });
  parser.end(html);
  expect(foreign).toEqual([]);
  const times = (tag: string) => counts.get(tag) ?? 0;
  const ours = { form: 1, button: 2, input: 1, style: 1, title: 1, h1: 1, main: 1, a: 0 };
  const found = Object.fromEntries(Object.keys(ours).map((tag) => [tag, times(tag)]));
  expect(found).toEqual(ours);
  expect(/(?![\n\t\r])[\p{Cc}\p{Cf}\u2028\u2029]/u.exec(html)).toBeNull();
  expect(html.toWellFormed()).toBe(html);
}
