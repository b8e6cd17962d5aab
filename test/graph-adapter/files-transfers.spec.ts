import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { GraphClientFactory, GraphFiles } from '@app/graph-adapter';
import { transferUrl } from '../../libs/graph-adapter/src/files/transfer.js';
import { callWith } from './calls.js';
import { keptOpen } from '../support/keep-open.js';

type Handler = (request: IncomingMessage, response: ServerResponse, body: Buffer) => void;

const FILE = { itemId: '01FILE' };
const CONTENT = Buffer.from('0123456789'.repeat(100));

/** Requests in the order they came, as method, path and what tells about the transfer. */
const seen: string[] = [];
let handle: Handler;
let origin = '';
let files: GraphFiles;
const server = createServer({ key: pem('key'), cert: pem('server') }, (request, response) => {
  void request.toArray().then((chunks) => {
    const { authorization, range, 'content-range': contentRange } = request.headers;
    const told = [authorization && 'with token', range, contentRange].filter(Boolean).join(' ');
    seen.push(`${request.method} ${request.url} ${told}`.trim());
    handle(request, response, Buffer.concat(chunks as Buffer[]));
  });
});

const keep = keptOpen();
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  await keep({ close: () => server.close(() => undefined).closeAllConnections() });
  origin = `https://localhost:${(server.address() as AddressInfo).port}`;
  files = new GraphFiles(new GraphClientFactory({ origin, requestTimeoutMs: 5_000, retryDelayMs: 5 }));
});
beforeEach(() => void (seen.length = 0));

const user = () => callWith('token', ['Files.ReadWrite']);
const read = (maxBytes = 5_000) => files.readContent(user(), FILE, maxBytes);
const redirect =
  (location: string): Handler =>
  (_request, response) =>
    void response.writeHead(302, { location }).end();

describe('downloads', () => {
  it('follow Graph to the content without the token', async () => {
    handle = (request, response, body) =>
      request.url === '/download' ? response.end(CONTENT) : redirect(`${origin}/download`)(request, response, body);
    expect(Buffer.from(await read())).toEqual(CONTENT);
    expect(seen).toEqual(['GET /v1.0/me/drive/items/01FILE/content with token', 'GET /download']);
  });

  it.each([
    'contoso.sharepoint.com',
    'contoso-my.sharepoint.com',
    'contoso-my.sharepoint.us',
    'contoso.sharepoint.cn',
    'public.bn.files.1drv.com',
    'onedrive.live.com',
    'my.microsoftpersonalcontent.com',
    'westeurope1-mediap.svc.ms',
    'CONTOSO.SharePoint.com',
  ])('may go to %s', (host) => {
    const address = `https://${host}/personal/anna/_layouts/15/download.aspx?UniqueId=1&tempauth=v1.e`;
    expect(transferUrl(address, origin).hostname).toBe(host.toLowerCase());
  });

  it('take content that Graph gives itself, without sending anything further', async () => {
    handle = (_request, response) => void response.writeHead(200, { 'content-length': CONTENT.length }).end(CONTENT);
    expect(Buffer.from(await read())).toEqual(CONTENT);
    expect(seen).toEqual(['GET /v1.0/me/drive/items/01FILE/content with token']);
    await expect(read(999)).rejects.toMatchObject({ code: 'not_allowed' });
  });

  it('ask Graph again where it gives content itself and the connection breaks', async () => {
    let broken = false;
    handle = (_request, response) => {
      response.writeHead(200, { 'content-length': CONTENT.length });
      if (broken) return void response.end(CONTENT);
      broken = true;
      response.write(CONTENT.subarray(0, 400), () => setImmediate(() => response.destroy()));
    };
    expect(Buffer.from(await read())).toEqual(CONTENT);
  });

  it.each([
    'http://localhost/download',
    'http://contoso.sharepoint.com/x',
    'https://contoso.sharepoint.com:8443/x',
    'https://notsvc.ms/x',
    'https://1drv.com.evil.example/x',
    'https://microsoftpersonalcontent.com.evil.example/x',
    'https://evil.example/download',
    'https://sharepoint.com.evil.example/x',
    'https://evilsharepoint.com/x',
    'https://user:secret@contoso.sharepoint.com/x',
    '/relative',
    '',
  ])('go nowhere else: %s', async (location) => {
    handle = redirect(location);
    await expect(read()).rejects.toMatchObject({ code: 'temporarily_unavailable' });
    expect(seen).toHaveLength(1);
  });

  it('follow content that has moved on, to other addresses of content and no further than three times', async () => {
    handle = (request, response, body) =>
      request.url === '/new'
        ? response.end(CONTENT)
        : redirect(request.url === '/old' ? '/new' : `${origin}/old`)(request, response, body);
    expect(Buffer.from(await read())).toEqual(CONTENT);
    handle = (request, response, body) =>
      redirect(request.url === '/old' ? 'https://evil.example/x' : `${origin}/old`)(request, response, body);
    await expect(read()).rejects.toMatchObject({ code: 'temporarily_unavailable' });
    seen.length = 0;
    handle = (request, response, body) => redirect(`${origin}/round`)(request, response, body);
    await expect(read()).rejects.toMatchObject({ code: 'temporarily_unavailable' });
    expect(seen).toHaveLength(5);
  });

  it.each([401, 404, 410])('say of an address that is answered with %i that it is no longer valid', async (status) => {
    handle = (request, response, body) =>
      request.url === '/download'
        ? response.writeHead(status, { 'content-type': 'text/html' }).end('<html>')
        : redirect(`${origin}/download`)(request, response, body);
    const refusal = { code: 'not_found', message: expect.stringContaining('address') };
    await expect(read()).rejects.toMatchObject(refusal);
    await expect(read()).rejects.not.toMatchObject({ details: { userAction: expect.stringContaining('ign in') } });
  });

  it('ask for what a broken connection left out', async () => {
    handle = (request, response, body) => {
      if (request.url !== '/download') return redirect(`${origin}/download`)(request, response, body);
      const from = Number(/bytes=(\d+)-/.exec(request.headers.range ?? '')?.[1] ?? 0);
      const headers = { etag: '"1"', 'content-length': CONTENT.length - from };
      response.writeHead(from > 0 ? 206 : 200, headers);
      if (from > 0) return void response.end(CONTENT.subarray(from));
      response.write(CONTENT.subarray(0, 400), () => setImmediate(() => response.destroy()));
    };
    expect(Buffer.from(await read())).toEqual(CONTENT);
    expect(seen.at(-1)).toMatch(/^GET \/download bytes=\d+-$/);
  });

  it('stop at the limit, whether the length is told or not', async () => {
    for (const headers of [{ 'content-length': CONTENT.length }, {}]) {
      handle = (request, response, body) => {
        if (request.url !== '/download') return redirect(`${origin}/download`)(request, response, body);
        response.writeHead(200, headers).end(CONTENT);
      };
      await expect(read(999)).rejects.toMatchObject({ code: 'not_allowed' });
    }
  });
});

describe('uploads of more than 4 MB', () => {
  const lostAtTheEnd = (whenAbandoned: number): Handler => {
    return (request, response) => {
      if (request.method === 'POST') return json(response, 200, { uploadUrl: `${origin}/upload` });
      if (request.method === 'DELETE') return void response.writeHead(whenAbandoned).end();
      if (request.method === 'GET') return json(response, 404, { error: { code: 'itemNotFound', message: 'gone' } });
      if (request.headers['content-range']?.startsWith('bytes 0-')) {
        return json(response, 202, { nextExpectedRanges: ['5242880-6291455'] });
      }
      response.destroy();
    };
  };

  it('may have been done where the session is gone after the last part', async () => {
    handle = lostAtTheEnd(404);
    await expect(write()).rejects.toMatchObject({
      code: 'temporarily_unavailable',
      reason: 'outcome_unknown',
      details: { userAction: expect.stringContaining('files_list_folder') },
    });
  });

  it('were not done where the session could be deleted', async () => {
    handle = lostAtTheEnd(204);
    await expect(write()).rejects.not.toMatchObject({ reason: 'outcome_unknown' });
  });

  const content = new Uint8Array(6 * 1024 * 1024);
  const write = () =>
    files.writeFile(user(), {
      folder: { itemId: 'root' },
      name: 'a b.bin',
      content,
      contentType: 'text/plain',
      ifExists: 'fail',
    });
  const item = {
    id: '01NEW',
    name: 'a b.bin',
    parentReference: { driveId: 'd' },
    lastModifiedDateTime: '2026-01-01T00:00:00Z',
  };
  const json = (response: ServerResponse, status: number, value: object) =>
    void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));

  it('go on after a broken connection where Graph says, without the token', async () => {
    let broken = false;
    handle = (request, response) => {
      if (request.method === 'POST') return json(response, 200, { uploadUrl: `${origin}/upload` });
      if (request.method === 'GET') return json(response, 200, { nextExpectedRanges: ['5242880-'] });
      if (request.headers['content-range']?.startsWith('bytes 0-')) {
        return json(response, 202, { nextExpectedRanges: ['5242880-6291455'] });
      }
      if (broken) return json(response, 201, item);
      broken = true;
      response.destroy();
    };
    expect(await write()).toMatchObject({ itemId: '01NEW' });
    expect(seen).toEqual([
      'POST /v1.0/me/drive/items/root:/a%20b.bin:/createUploadSession with token',
      'PUT /upload bytes 0-5242879/6291456',
      'PUT /upload bytes 5242880-6291455/6291456',
      'GET /upload',
      'PUT /upload bytes 5242880-6291455/6291456',
    ]);
  });

  it.each([416, 500, 503])('ask what the session has where a part is answered with %i', async (status) => {
    let failed = false;
    handle = (request, response) => {
      if (request.method === 'POST') return json(response, 200, { uploadUrl: `${origin}/upload` });
      if (request.method === 'GET') return json(response, 200, { nextExpectedRanges: ['5242880-'] });
      if (!request.headers['content-range']?.startsWith('bytes 0-')) return json(response, 201, item);
      if (failed) return json(response, 400, {});
      failed = true;
      json(response, status, { error: { code: 'invalidRange', message: 'overlap' } });
    };
    expect(await write()).toMatchObject({ itemId: '01NEW' });
  });

  it('fail clean: the session is deleted', async () => {
    handle = (request, response) => {
      if (request.method === 'POST') return json(response, 200, { uploadUrl: `${origin}/upload` });
      if (request.method === 'DELETE') return void response.writeHead(204).end();
      json(response, 507, { error: { code: 'quotaLimitReached', message: 'full' } });
    };
    await expect(write()).rejects.toMatchObject({ code: 'not_allowed', message: 'The drive is full.' });
    expect(seen.at(-1)).toBe('DELETE /upload');
  });
});

function pem(name: 'key' | 'server'): string {
  return readFileSync(`.behalf/tls/${name}.pem`, 'utf8');
}
