import { openFile, withItem } from '../calls.js';
import { last, type UseCase } from '../use-case.js';
import { BEN, PARTNER } from '../fixture.js';

/** Use cases about files and folders. */
export const files: readonly UseCase[] = [
  {
    words: 'What is in my OneDrive?',
    calls: [['files_list_folder', () => ({})]],
    holds: async (_world, said) =>
      expect(last(said).items.map(({ name }) => name)).toEqual(expect.arrayContaining(['Documents', 'Projects'])),
  },
  {
    words: 'What does the travel policy say about planes?',
    calls: [openFile('/Documents/Travel policy.md'), withItem('files_read_text')],
    holds: async (_world, said) => expect(last(said).untrustedText).toContain('trains before planes'),
  },
  {
    words: 'Write down the decisions of today in a new note in Projects',
    calls: [
      openFile('/Projects'),
      [
        'files_write_text',
        (said) => ({ folderId: last(said).item.itemId, name: 'Decisions.md', content: '# Decisions\n\n- Ship it\n' }),
      ],
    ],
    holds: async ({ files }) => expect(await files('Projects')).toContain('Decisions.md'),
  },
  {
    words: 'Add "3. Celebrate" to the launch plan',
    calls: [
      openFile('/Projects'),
      openFile('/Projects/Launch plan.md'),
      withItem('files_read_text'),
      [
        'files_write_text',
        (said) => ({
          folderId: last(said, 2).item.itemId,
          name: 'Launch plan.md',
          content: `${last(said).untrustedText}3. Celebrate\n`,
          ifExists: 'replace',
          version: last(said).item.version,
        }),
      ],
      openFile('/Projects/Launch plan.md'),
      withItem('files_read_text'),
    ],
    holds: async ({ files }, said) => {
      expect(last(said).untrustedText).toMatch(/2\. Release\n3\. Celebrate/);
      expect(await files('Projects')).toEqual(['Launch plan.md']);
    },
  },
  {
    words: 'Make a folder for the Svalbard trip in Documents, but show me first',
    calls: [
      openFile('/Documents'),
      ['files_create_folder', (said) => ({ folderId: last(said).item.itemId, name: 'Svalbard', dryRun: true })],
    ],
    holds: async ({ files }, said) => {
      expect(last(said).done).toBe(false);
      expect(await files('Documents')).not.toContain('Svalbard');
    },
  },
  {
    words: 'Make a folder Svalbard and put the travel policy into it',
    calls: [
      ['files_create_folder', () => ({ name: 'Svalbard' })],
      openFile('/Documents/Travel policy.md'),
      ['files_move_rename', (said) => ({ itemId: last(said).item.itemId, toFolderId: last(said, 1).item.itemId })],
    ],
    holds: async ({ files }) =>
      expect([await files('Svalbard'), await files('Documents')]).toEqual([['Travel policy.md'], []]),
  },
  {
    words: 'Call the launch plan "Release plan.md" from now on',
    calls: [openFile('/Projects/Launch plan.md'), withItem('files_move_rename', { name: 'Release plan.md' })],
    holds: async ({ files }) => expect(await files('Projects')).toEqual(['Release plan.md']),
  },
  {
    words: 'Where did I write about trains?',
    calls: [['files_search', () => ({ text: 'trains' })]],
    holds: async (_world, said) => expect(last(said).items.map(({ name }) => name)).toEqual(['Travel policy.md']),
  },
  {
    words: 'Let Ben read the launch plan',
    calls: [openFile('/Projects/Launch plan.md'), withItem('files_share', { people: [BEN] })],
    holds: async ({ mayOpen }, said) => {
      expect(last(said)).toMatchObject({ done: true, external: [] });
      expect(await mayOpen('ben', said[0]!.item)).toBe(true);
    },
  },
  {
    words: 'Share the travel policy with Robin, but tell me first who is outside',
    calls: [
      openFile('/Documents/Travel policy.md'),
      withItem('files_share', { people: [PARTNER], role: 'edit', dryRun: true }),
    ],
    holds: async (_world, said) => expect(last(said)).toMatchObject({ done: false, external: [PARTNER] }),
  },
  {
    words: 'Give me a link to the Projects folder that everybody here can open',
    calls: [openFile('/Projects'), withItem('files_share')],
    holds: async ({ mayOpen }, said) => {
      expect(last(said).link).toMatch(/^https:/);
      expect(await mayOpen('ben', said[0]!.item)).toBe(false);
    },
  },
  {
    words: 'Throw the launch plan away',
    calls: [openFile('/Projects/Launch plan.md'), withItem('files_delete')],
    holds: async ({ files }) => expect(await files('Projects')).toEqual([]),
  },
];
