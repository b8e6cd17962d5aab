import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const PAGE = 'docs/extending.md';
const BLOCK = /<!-- file: (\S+) -->\n(?:\n```\w+\n[\s\S]*?\n```\n)?/g;

const text = readFileSync(PAGE, 'utf8');

describe('the page for packages of a team', () => {
  it('shows the files of the example as they are (UPDATE_DOCS=1 writes them)', () => {
    const updated = text.replace(BLOCK, (_block, file: string) => {
      const language = file.split('.').at(-1);
      return `<!-- file: ${file} -->\n\n\`\`\`${language}\n${readFileSync(file, 'utf8').trimEnd()}\n\`\`\`\n`;
    });
    if (process.env['UPDATE_DOCS']) writeFileSync(PAGE, updated);
    else expect(text).toBe(updated);
  });

  it('names every door of the package, and files that are there', () => {
    const doors = [...text.matchAll(/^\| `(behalf[/\w]*)` +\|/gm)].map(([, door]) => door);
    const packed = [...readFileSync('scripts/package.mjs', 'utf8').matchAll(/'\.(\/?\w*)': 'libs|'(\.)': 'apps\/mcp/g)];
    expect(doors.toSorted()).toEqual(packed.map(([, door]) => `behalf${door ?? ''}`).toSorted());
    for (const [, link] of text.matchAll(/\]\((\.\.?\/[^)#]+)\)/g)) expect(existsSync(`docs/${link}`)).toBe(true);
  });
});
