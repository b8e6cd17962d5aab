import { adaptersOn } from '../graph-adapter/adapters.js';
import { openLocalGraph, PEOPLE } from './local-graph.js';
import type { ProfileHarness } from './profile.contract.js';

/** The Graph adapter against the local tenant's Graph. */
export async function openGraphProfile(): Promise<ProfileHarness> {
  const { origin, as, close } = await openLocalGraph();
  return {
    profile: adaptersOn(origin).profile,
    as: (person, scopes = ['User.Read', 'MailboxSettings.Read']) => as(person, scopes),
    idOf: (person) => PEOPLE[person].id,
    addressOf: (person) => PEOPLE[person].mail,
    nameOf: (person) => PEOPLE[person].displayName,
    close,
  };
}
