import type { CreateDraft, OrganizeMail, SendDraft, UpdateDraft } from '../cases/mail.js';
import type { Person } from '../directory.js';
import { type AskGraph, type Equivalent, folderIdOf, messageIdOf, type Situation } from '../side.js';

interface Draft {
  readonly messageId: string;
  readonly subject: string;
}

interface GraphDraft {
  readonly id: string;
  readonly subject: string;
  readonly toRecipients: readonly unknown[];
}

const ACTIONS = { reply: 'createReply', replyAll: 'createReplyAll', forward: 'createForward' } as const;

export const createDraft: Equivalent<CreateDraft> = {
  throughServer: async ({ answered, subject, to }, call, situation) => {
    const answer = answered && { mode: answered.mode, messageId: messageIdOf(answered.message, situation) };
    const draft = await call<Draft>({ ...answer, subject, to: addressesOf(to, situation) });
    return { id: draft.messageId, subject: draft.subject };
  },
  directly: async ({ answered, subject, to }, ask, situation) => {
    const content = { subject, toRecipients: recipientsOf(to, situation) };
    if (!answered) return named(await ask<GraphDraft>({ method: 'POST', path: '/me/messages', body: content }));
    const path = `${pathOf(messageIdOf(answered.message, situation))}/${ACTIONS[answered.mode]}`;
    const { id, toRecipients } = await ask<GraphDraft>({ method: 'POST', path });
    const added = [...toRecipients, ...content.toRecipients];
    return named(await patch(ask, id, { subject, toRecipients: added }));
  },
};

export const updateDraft: Equivalent<UpdateDraft> = {
  throughServer: async ({ message, subject, to }, call, situation) => {
    const messageId = messageIdOf(message, situation);
    const draft = await call<Draft>({ messageId, subject, to: addressesOf(to, situation) });
    return { id: draft.messageId, subject: draft.subject };
  },
  directly: async ({ message, subject, to }, ask, situation) =>
    named(await patch(ask, messageIdOf(message, situation), { subject, toRecipients: recipientsOf(to, situation) })),
};

/** Nothing comes back that could be compared: what it did to the mailboxes is. */
export const sendDraft: Equivalent<SendDraft> = {
  throughServer: async ({ message }, call, situation) => {
    await call({ messageId: messageIdOf(message, situation) });
  },
  directly: async ({ message }, ask, situation) => {
    await ask({ method: 'POST', path: `${pathOf(messageIdOf(message, situation))}/send` });
  },
};

export const organizeMail: Equivalent<OrganizeMail> = {
  throughServer: async ({ message, read, moveTo }, call, situation) => {
    await call({
      messageIds: [messageIdOf(message, situation)],
      read,
      moveTo: moveTo && folderIdOf(moveTo, situation),
    });
  },
  directly: async ({ message, read, moveTo }, ask, situation) => {
    const id = messageIdOf(message, situation);
    const body = moveTo && { destinationId: folderIdOf(moveTo, situation) };
    if (body) await ask({ method: 'POST', path: `${pathOf(id)}/move`, body });
    await patch(ask, id, { isRead: read });
  },
};

function patch(ask: AskGraph, id: string, body: object): Promise<GraphDraft> {
  return ask<GraphDraft>({ method: 'PATCH', path: pathOf(id), body });
}

function pathOf(id: string): string {
  return `/me/messages/${encodeURIComponent(id)}`;
}

function named({ id, subject }: GraphDraft) {
  return { id, subject };
}

function addressesOf(people: readonly Person[], { directory }: Situation): readonly string[] {
  return people.map((person) => directory[person].mail);
}

function recipientsOf(people: readonly Person[], situation: Situation): readonly object[] {
  return addressesOf(people, situation).map((address) => ({ emailAddress: { address } }));
}
