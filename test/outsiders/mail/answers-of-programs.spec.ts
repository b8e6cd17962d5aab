import { withOwnWords } from '../../../libs/graph-adapter/src/mail/draft-body.js';
import { ANSWERS } from './answers-of-programs.js';

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

function wordsOf(html: string): string {
  return html
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/&nbsp;|\s+/g, ' ')
    .trim();
}
