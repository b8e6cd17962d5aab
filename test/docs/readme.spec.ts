import { type Tool, TOOLS } from '@app/domain';
import { readFileSync, writeFileSync } from 'node:fs';
import { environment } from '@app/config';

const BLOCK = /(<!-- tools:begin[^>]*-->\n)([\s\S]*)(<!-- tools:end -->)/;

function toolTable(tools: readonly Tool[]): string {
  const rows = tools.map(({ name, title, annotations, requiredScopes, optionalScopes = [], scopesWith = {} }) => {
    const optional = optionalScopes.length > 0 ? ` (uses ${optionalScopes.join(', ')})` : '';
    const more = Object.entries(scopesWith).map(([toolset, scopes]) => ` (with ${toolset}: ${scopes.join(', ')})`);
    return `| \`${name}\` | ${title} | ${annotations.readOnlyHint ? 'read' : 'write'} | ${requiredScopes.join(', ')}${optional}${more.join('')} |`;
  });
  return ['\n| tool | what | kind | scopes |', '| --- | --- | --- | --- |', ...rows, '\n'].join('\n');
}

describe('the documentation', () => {
  it('has the tool table that the catalog makes (UPDATE_DOCS=1 writes it)', () => {
    const readme = readFileSync('README.md', 'utf8');
    const updated = readme.replace(
      BLOCK,
      (_all, begin: string, _old, end: string) => `${begin}${toolTable(TOOLS)}${end}`,
    );
    if (process.env.UPDATE_DOCS === '1') writeFileSync('README.md', updated);
    else expect(updated.replace(/[ -]+/g, ' ')).toBe(readme.replace(/[ -]+/g, ' '));
  });

  it('explains every variable in .env.example, and no other', () => {
    const documented = [...readFileSync('.env.example', 'utf8').matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name);
    expect(documented.sort()).toEqual(Object.keys(environment.shape).sort());
  });
});
