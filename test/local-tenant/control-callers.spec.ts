import { request } from 'node:https';
import { keptOpen } from '../support/keep-open.js';
import { type LocalTenant, startTestTenant } from '../support/tenant.js';

let tenant: LocalTenant;
const keep = keptOpen();
beforeAll(async () => {
  tenant = await keep(startTestTenant());
});

function statusWith(headers: Record<string, string>): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const asked = request(`${tenant.controlUrl}/state`, { headers, servername: 'localhost' }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    asked.on('error', reject).end();
  });
}

describe('The control endpoint', () => {
  it.each<[what: string, headers: Record<string, string>, status: number]>([
    ['a program', {}, 200],
    ['a program that names the machine by its number', { host: '127.0.0.1:1' }, 200],
    ['a page of this machine', { origin: 'http://localhost:5173' }, 200],
    ['a page of another site', { origin: 'https://evil.example' }, 403],
    ['a page without an origin of its own', { origin: 'null' }, 403],
    ['a page that reached it under a name of its own', { host: 'evil.example' }, 403],
    ['a name that begins like the machine', { host: 'localhost.evil.example' }, 403],
  ])('answers %s', async (_what, headers, status) => expect(await statusWith(headers)).toBe(status));
});
