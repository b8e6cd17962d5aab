import { TOOLS } from '@app/domain';
import { readFileSync } from 'node:fs';
import { answerTo } from '../../apps/mcp-api/src/command-line.js';
import { mergeExtensions } from '../../apps/mcp-api/src/merge-extensions.js';
import { TEAM_TOOLSET, teamTool } from './support.js';

const execute = async () => ({ data: { said: 'it' } });
const [leave, travel] = [teamTool({ name: 'leave_list', execute }), teamTool({ name: 'travel_list', execute })];
const scope = { name: 'Leave.Read', resource: 'api://contoso-leave' };

describe('extensions of several packages', () => {
  it('are one, with what is in several of them once', () => {
    const merged = mergeExtensions(
      { tools: [...TOOLS, leave], toolsets: [TEAM_TOOLSET], scopes: [scope] },
      { tools: [...TOOLS, travel], toolsets: [{ ...TEAM_TOOLSET }], scopes: [{ ...scope }] },
    );
    expect(merged.tools).toEqual([...TOOLS, leave, travel]);
    expect(merged.toolsets).toEqual([TEAM_TOOLSET]);
    expect(merged.scopes).toEqual([scope]);
  });

  it('have the built-in tools where one of them names none', () => {
    expect(mergeExtensions({ tools: [leave] }, {}).tools).toEqual([leave, ...TOOLS]);
    expect(mergeExtensions().tools).toBeUndefined();
  });

  it('keep both definitions of one name that differ, so that the start names them', () => {
    const other = { ...scope, adminOnly: true };
    expect(mergeExtensions({ scopes: [scope] }, { scopes: [other] }).scopes).toEqual([scope, other]);
  });

  it('cannot both bring an adapter for a port, unless it is the same', () => {
    const [one, other] = [{ useValue: {} as never }, { useValue: {} as never }];
    expect(mergeExtensions({ ports: { calendar: one } }, { ports: { calendar: one } }).ports).toEqual({
      calendar: one,
    });
    const merge = () => mergeExtensions({ ports: { calendar: one } }, { ports: { calendar: other } });
    expect(merge).toThrow('Two extensions bring an adapter for: calendar.');
  });
});

describe('the command', () => {
  it.each(['--help', '-h'])('explains itself: %s', (option) => {
    expect(answerTo([option])).toMatchObject({ exitCode: 0, text: expect.stringContaining('environment variables') });
  });

  it.each(['--version', '-v'])('says its version: %s', (option) => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    expect(answerTo([option])).toEqual({ exitCode: 0, text: version });
  });

  it('starts the server without an option, and refuses one that it does not know', () => {
    expect(answerTo([])).toBeUndefined();
    expect(answerTo(['--prot'])).toMatchObject({
      exitCode: 2,
      text: expect.stringContaining('Unknown option "--prot".'),
    });
  });
});
