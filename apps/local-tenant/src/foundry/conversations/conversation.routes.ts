import { Router, type Request } from 'express';
import { z } from 'zod';
import { foundryCaller } from '../caller.js';
import { notFound } from '../foundry-error.js';
import type { FoundryServices } from '../foundry-services.js';
import { pageOf } from '../paging.js';
import { inputItem, toStoredItems } from '../responses/input-items.js';
import type { OutputItem } from '../responses/items.js';
import type { Conversation, Conversations } from './conversations.js';

const metadata = z.record(z.string(), z.string()).nullish();
const items = z.array(inputItem).max(20);
const newConversation = z.object({ items: items.nullish(), metadata }).default({});

/** OpenAI's Conversations API: what was said, kept for the caller who began it. */
export function conversationRoutes({ state }: FoundryServices, conversations: Conversations): Router {
  const router = Router({ mergeParams: true });
  const ownerOf = (request: Request) => foundryCaller(state, request.get('authorization')).objectId;
  const find = (request: Request) => conversations.get(String(request.params.id), ownerOf(request));
  router.post('/conversations', (request, response) => {
    const body = newConversation.parse(request.body);
    response.json(viewOf(conversations.create(ownerOf(request), body.metadata ?? {}, toStoredItems(body.items ?? []))));
  });
  router.get('/conversations/:id', (request, response) => {
    response.json(viewOf(find(request)));
  });
  router.post('/conversations/:id', (request, response) => {
    const conversation = find(request);
    conversation.metadata = z.object({ metadata }).parse(request.body).metadata ?? {};
    response.json(viewOf(conversation));
  });
  router.delete('/conversations/:id', (request, response) => {
    conversations.remove(request.params.id, ownerOf(request));
    response.json({ id: request.params.id, object: 'conversation.deleted', deleted: true });
  });
  return router.use(itemRoutes(find));
}

function itemRoutes(find: (request: Request) => Conversation): Router {
  const router = Router({ mergeParams: true });
  router.get('/conversations/:id/items', (request, response) => {
    response.json(pageOf(find(request).items, request.query));
  });
  router.post('/conversations/:id/items', (request, response) => {
    const conversation = find(request);
    const added = toStoredItems(z.object({ items }).parse(request.body).items);
    conversation.items = [...conversation.items, ...added];
    response.json(pageOf(added, { order: 'asc' }));
  });
  router.get('/conversations/:id/items/:item', (request, response) => {
    response.json(itemOf(find(request), request.params.item));
  });
  router.delete('/conversations/:id/items/:item', (request, response) => {
    const conversation = find(request);
    const gone = itemOf(conversation, request.params.item);
    conversation.items = conversation.items.filter((item) => item !== gone);
    response.json(viewOf(conversation));
  });
  return router;
}

function itemOf({ items: all }: Conversation, id: string): OutputItem {
  const found = all.find((item) => item.id === id);
  if (!found) throw notFound(`The conversation has no item "${id}".`);
  return found;
}

function viewOf({ id, createdAt, metadata: about }: Conversation) {
  return { id, object: 'conversation', created_at: createdAt, metadata: about };
}
