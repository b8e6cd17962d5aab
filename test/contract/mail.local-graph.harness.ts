import { GraphClientFactory, GraphMail } from '@app/graph-adapter';
import { openLocalGraph, PEOPLE } from './local-graph.js';
import { ALL_MAIL, type MailHarness } from './mail.harness.js';

/** The Graph adapter against the local tenant's Graph. */
export async function openGraphMail(): Promise<MailHarness> {
  const { origin, as, close } = await openLocalGraph();
  const mail = new GraphMail(
    new GraphClientFactory({ mode: 'graph', origin, requestTimeoutMs: 5_000, retryDelayMs: 5 }),
  );
  return {
    mail,
    as: (person, scopes = ALL_MAIL) => as(person, scopes),
    addressOf: (person) => PEOPLE[person].mail,
    withAttachments: async () => {
      const found = await mail.searchMessages(as('anna', ALL_MAIL), { subject: 'Contract: Room Nansen', limit: 1 });
      return found.messages[0]?.id ?? 'not found';
    },
    close,
  };
}
