import { type MailboxSettings, type Profile, ProfilePort, type UserContext } from '@app/domain';
import type { MailboxSettings as GraphMailboxSettings, User } from '@microsoft/microsoft-graph-types';
import { Injectable } from '@nestjs/common';
import { GraphClientFactory } from '../http/graph-client.factory.js';
import { graphPath } from '../http/graph-path.js';
import { toMailboxSettings } from './to-mailbox-settings.js';
import { PROFILE_FIELDS, toProfile } from './to-profile.js';

/** The signed-in person's profile and mailbox settings in Microsoft Graph v1.0. */
@Injectable()
export class GraphProfile extends ProfilePort {
  readonly #graph: GraphClientFactory;

  constructor(graph: GraphClientFactory) {
    super();
    this.#graph = graph;
  }

  override async me(user: UserContext): Promise<Profile> {
    const path = graphPath(['me'], { $select: PROFILE_FIELDS.join(',') });
    return toProfile(await this.#graph.sessionFor(user).get<User>(path));
  }

  override async mailboxSettings(user: UserContext): Promise<MailboxSettings> {
    const path = graphPath(['me', 'mailboxSettings'], { $select: 'timeZone,workingHours' });
    return toMailboxSettings(await this.#graph.sessionFor(user).get<GraphMailboxSettings>(path));
  }
}
