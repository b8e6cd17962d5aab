import { withOwnWords } from '../../../libs/graph-adapter/src/mail/draft-body.js';
import { ANSWERS } from './answers-of-programs.js';
import { HEADS, LINES } from './lines-of-programs.js';

describe('The words of an answer are changed, and what it quotes stays', () => {
  it.each(Object.entries(ANSWERS))('in %s', (_program, [own, quoted]) => {
    const { contentType, content } = withOwnWords({ contentType: 'html', content: own + quoted }, 'NEW', 'answer');
    expect(contentType).toBe('html');
    expect(content).not.toContain('OWN WORDS');
    expect(content?.startsWith('<div>NEW</div>')).toBe(true);
    // Empty lines above what is quoted go with the own words.
    const kept = content?.slice('<div>NEW</div>'.length) ?? '';
    expect(wordsOf(kept)).toBe(wordsOf(quoted));
    expect(quoted.endsWith(kept)).toBe(true);
  });
});

/** Where nothing but words tells what is quoted: no program's classes and no indent. */
describe.each(['html', 'text'] as const)('In %s the words above what is quoted are known', (contentType) => {
  const as = (html: string) =>
    contentType === 'html'
      ? html
      : html
          .replaceAll('&lt;', '<')
          .replaceAll('&gt;', '>')
          .replaceAll(/<\/?p>|<br>/g, '\n');
  const changed = (quoted: string) =>
    withOwnWords({ contentType, content: as(`<p>OWN WORDS</p>${quoted}`) }, 'NEW', 'answer').content;
  const expected = (quoted: string) =>
    contentType === 'html' ? `<div>NEW</div>${quoted}` : `NEW\r\n\r\n${as(quoted)}`;

  it.each(Object.entries(LINES))('of %s', (_program, line) => {
    const quoted = `${line}<br>The offer stands.`;
    expect(changed(quoted)).toBe(expected(quoted));
  });

  it.each(Object.entries(HEADS))('of Outlook in %s', (_language, [from, sent, to, subject]) => {
    const quoted = `${from}: Robin<br>${sent}: 4 5 2026 09:12<br>${to}: Anna<br>${subject}: Offer<br>The offer stands.`;
    expect(changed(quoted)).toBe(expected(quoted));
  });
});

function wordsOf(html: string): string {
  return html
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/&nbsp;|\s+/g, ' ')
    .trim();
}
