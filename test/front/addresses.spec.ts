import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ClientDocuments } from '../../apps/mcp-api/src/front/clients/client-documents.js';
import { fetchDocument, type Network, PUBLIC_NETWORK } from '../../apps/mcp-api/src/front/clients/fetch-document.js';
import { readClientIdUrl } from '../../apps/mcp-api/src/front/clients/client-id-url.js';
import { isPublicAddress } from '../../apps/mcp-api/src/front/clients/public-address.js';
import { type Documents, startDocuments } from './support.js';
import { keptOpen } from '../support/keep-open.js';

const OTHERS = {
  'of this network': ['0.0.0.0', '0.1.2.3'],
  'of loopback': ['127.0.0.1', '127.255.255.254', '::1'],
  'of private networks': ['10.0.0.1', '172.16.0.1', '172.31.255.255', '192.168.1.1', 'fc00::1', 'fd12:3456::1'],
  'of a link, with metadata of clouds': ['169.254.169.254', '169.254.170.2', 'fe80::1', 'fe80::1%eth0', 'fec0::1'],
  'of metadata in a private form': ['fd00:ec2::254', '168.63.129.16', '100.100.100.200', '192.0.0.192'],
  'of carriers': ['100.64.0.1', '100.127.255.255'],
  'of tests and documents': ['192.0.2.1', '198.51.100.1', '203.0.113.1', '198.18.0.1', '198.19.255.255', '2001:db8::1'],
  'of documents, newer': ['3fff::1', '5f00::1'],
  'of many': ['224.0.0.1', '239.255.255.255', '255.255.255.255', '240.0.0.1', 'ff02::1', 'ff0e::1'],
  'of IPv4 in IPv6': ['::ffff:127.0.0.1', '::ffff:10.0.0.1', '::ffff:8.8.8.8', '::ffff:7f00:1', '::127.0.0.1', '::'],
  'of translation': ['64:ff9b::7f00:1', '64:ff9b::169.254.169.254', '64:ff9b:1::a00:1', '::ffff:0:7f00:1'],
  'of tunnels': ['2002:7f00:1::1', '2002:a9fe:a9fe::1', '2001:0:5ef5:79fb::1', '2001:10::1', '2001:20::1'],
  'to be discarded, and of relays': ['100::1', '192.88.99.1', '192.175.48.1', '192.31.196.1', '192.52.193.1'],
  'that are none': ['', 'localhost', '127.1', '2130706433', '0x7f.1', '[::1]', '1.2.3.4.5', '8.8.8.8 ', '08.8.8.8'],
} as const;

describe('addresses of the public internet', () => {
  it.each(Object.entries(OTHERS))('are not those %s', (_kind, addresses) => {
    expect(addresses.filter(isPublicAddress)).toEqual([]);
  });

  it('are these', () => {
    const some = [
      '8.8.8.8',
      '20.190.128.1',
      '172.32.0.1',
      '100.128.0.1',
      '192.0.1.1',
      '2606:4700::1111',
      '2a01:111::1',
    ];
    expect(some.filter((address) => !isPublicAddress(address))).toEqual([]);
  });
});

describe('the document of a client', () => {
  let documents: Documents;
  const keep = keptOpen();
  beforeAll(async () => {
    documents = await keep(startDocuments());
    documents.put('/client.json', { redirect_uris: ['http://127.0.0.1/done'] });
  });

  const url = (path = '/client.json') => new URL(path, documents.origin);
  const network = (change: Partial<Network>): Network => ({ ...PUBLIC_NETWORK, ...change });
  const at = (...addresses: string[]) =>
    addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));

  it.each(Object.values(OTHERS).flat())('is not asked for at %s', async (address) => {
    const asked = documents.asked.length;
    const client = new URL(`https://client.example:${documents.origin.slice(18)}/client.json`);
    const resolve = () => Promise.resolve(at(address));
    await expect(fetchDocument(client, network({ resolve }))).rejects.toThrow('without a public address');
    expect(documents.asked.length).toBe(asked);
  });

  it('is not asked for when one address of several is not public', async () => {
    const resolve = () => Promise.resolve(at('8.8.8.8', '127.0.0.1'));
    const client = new URL('https://client.example/client.json');
    await expect(fetchDocument(client, network({ resolve }))).rejects.toThrow('without a public address');
  });

  it('is not asked for where the name has no address, or the name server fails', async () => {
    const client = new URL('https://client.example/client.json');
    for (const resolve of [() => Promise.resolve([]), () => Promise.reject(new Error('ENOTFOUND'))])
      await expect(fetchDocument(client, network({ resolve }))).rejects.toThrow('without a public address');
  });

  it('comes from the address that was judged, whatever the name server says next', async () => {
    const answers = [at('127.0.0.1'), at('127.0.0.9')];
    const seen: string[] = [];
    const isAllowed = (address: string) => seen.push(address) > 0 && address === '127.0.0.1';
    const resolve = () => Promise.resolve(answers.shift() ?? []);
    expect(await fetchDocument(url(), network({ resolve, isAllowed }))).toContain('client_id');
    expect(seen).toEqual(['127.0.0.1']);
    expect(answers).toHaveLength(1);
  });

  it('is asked for with nothing that tells of this server or of a person', async () => {
    const headers = await new Promise<object>((resolve) => {
      documents.answer('/headers.json', (response) => {
        resolve(response.req.headers);
        response.writeHead(404).end();
      });
      fetchDocument(url('/headers.json')).catch(() => undefined);
    });
    expect(Object.keys(headers).sort()).toEqual(['accept', 'accept-encoding', 'connection', 'host', 'user-agent']);
  });

  it('comes from a server whose certificate is of its name', async () => {
    const other = new URL(`https://client.example:${new URL(documents.origin).port}/client.json`);
    const found = network({ resolve: () => Promise.resolve(at('127.0.0.1')), isAllowed: () => true });
    await expect(fetchDocument(other, found)).rejects.toThrow('cannot be reached');
  });

  it('comes over TLS only', async () => {
    const server: Server = createServer((_request, response) => response.end('{}'));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    await expect(fetchDocument(new URL(`https://localhost:${port}/x`))).rejects.toThrow('cannot be reached');
    server.close();
  });

  it('is given up when it comes too slowly, by the name server or by its host', async () => {
    documents.answer('/slow.json', (response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      const drip = setInterval(() => response.write(' '), 5);
      response.on('close', () => clearInterval(drip));
    });
    documents.answer('/silent.json', () => undefined);
    const timeoutMs = 60;
    for (const path of ['/slow.json', '/silent.json'])
      await expect(fetchDocument(url(path), network({ timeoutMs }))).rejects.toThrow('not answered in time');
    const resolve = () => new Promise<never>(() => undefined);
    await expect(fetchDocument(url(), network({ timeoutMs, resolve }))).rejects.toThrow('not answered in time');
  });

  it('is one of eight that are fetched at the same time', async () => {
    const waiting: (() => void)[] = [];
    const resolve = () => new Promise<never>((_resolve, reject) => waiting.push(() => reject(new Error('over'))));
    const clients = new ClientDocuments(() => Date.now(), network({ resolve }));
    const read = (n: number) => clients.read(new URL(`https://client.example/${n}`)).catch(String);
    const first = Array.from({ length: 8 }, (_, n) => read(n));
    expect(await read(9)).toContain('cannot be fetched now');
    for (const end of waiting) end();
    expect(await Promise.all(first)).toEqual(Array(8).fill(expect.stringContaining('without a public address')));
  });

  it('is of a name with a dot, at any host on the usual port, where the operator allows any', () => {
    const takes = (id: string) => readClientIdUrl(id, ['*'])?.href;
    expect(takes('https://client.example/a')).toBe('https://client.example/a');
    const wrong = ['https://client.example:8443/a', 'https://localhost/a', 'https://intranet/a', 'https://10.0.0.1/a'];
    const more = ['https://2130706433/a', 'https://0x7f.1/a', 'https://[fd00::1]/a', 'https://client.example./a'];
    expect([...wrong, ...more].filter((id) => takes(id) !== undefined)).toEqual([]);
  });
});
