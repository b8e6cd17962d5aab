import { effectsOf, REACHES, type Tool, TOOLS } from '@app/domain';
import fc from 'fast-check';

type Declared = Pick<Tool, 'effects' | 'annotations' | 'requiredScopes'>;
const annotations = { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: false };
const reading = { ...annotations, readOnlyHint: true };

it.each<[string, Declared, string]>([
  ['writes and declares nothing', { annotations, requiredScopes: ['Files.ReadWrite'] }, 'outsiders'],
  [
    'says that it reads and asks for a scope that writes',
    { annotations: reading, requiredScopes: ['Mail.Send'] },
    'outsiders',
  ],
  [
    'writes and says that it reaches nobody',
    { annotations, requiredScopes: [], effects: { reaches: 'nobody' } },
    'outsiders',
  ],
  ['reads and declares nothing', { annotations: reading, requiredScopes: ['Mail.Read'] }, 'nobody'],
  [
    'writes for the person',
    { annotations, requiredScopes: ['Mail.ReadWrite'], effects: { reaches: 'person' } },
    'person',
  ],
])('a tool that %s', (_, tool, reach) => expect(effectsOf(tool).reaches).toBe(reach));

it('no tool that can write counts as reaching nobody, whatever it declares', () => {
  const effects = fc.option(fc.record({ reaches: fc.constantFrom(...REACHES) }), { nil: undefined });
  fc.assert(
    fc.property(effects, (declared) => {
      expect(effectsOf({ annotations, requiredScopes: [], effects: declared }).reaches).not.toBe('nobody');
    }),
  );
});

it.each(TOOLS.map((tool) => [tool.name, tool] as const))('%s declares its effects', (_, tool) => {
  expect(tool.effects).toBeDefined();
});
