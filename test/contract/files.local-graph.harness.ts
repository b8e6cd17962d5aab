import { GraphClientFactory, GraphFiles } from '@app/graph-adapter';
import { ALL_FILES, type FilesHarness } from './files.harness.js';
import { openLocalGraph, PEOPLE } from './local-graph.js';

/** The Graph adapter against the local tenant's Graph. */
export async function openGraphFiles(): Promise<FilesHarness> {
  const { origin, as, close } = await openLocalGraph();
  return {
    files: new GraphFiles(new GraphClientFactory({ mode: 'graph', origin, requestTimeoutMs: 5_000, retryDelayMs: 5 })),
    as: (person, scopes = ALL_FILES) => as(person, scopes),
    addressOf: (person) => PEOPLE[person].mail,
    close,
  };
}
