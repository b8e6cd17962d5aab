import { defineResource, defineResourceTemplate } from '@app/domain';
import { z } from 'zod';
import { PNG } from './media.js';

const common = { toolset: 'conformance', requiredScopes: ['User.Read'] };

export const RESOURCES = [
  defineResource({
    ...common,
    name: 'static_text',
    title: 'Static text',
    description: 'A text that the suite reads.',
    uri: 'test://static-text',
    mimeType: 'text/plain',
    read: async () => [{ text: 'This is the content of the static text resource.' }],
  }),
  defineResource({
    ...common,
    name: 'static_binary',
    title: 'Static picture',
    description: 'Bytes that the suite reads.',
    uri: 'test://static-binary',
    mimeType: 'image/png',
    read: async () => [{ bytes: PNG }],
  }),
  defineResourceTemplate({
    ...common,
    name: 'template',
    title: 'Template',
    description: 'A template that the suite fills in.',
    uriTemplate: 'test://template/{id}/data',
    variables: z.strictObject({ id: z.string().max(100) }),
    mimeType: 'application/json',
    read: async ({ id }) => [{ text: JSON.stringify({ id, templateTest: true, data: `Data for ID: ${id}` }) }],
  }),
];
