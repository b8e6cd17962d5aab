// The least that a server of this kind does: parses the JSON of a request and verifies the signature of its token.
import { Buffer } from 'node:buffer';
import { createPublicKey, verify } from 'node:crypto';
import { createServer } from 'node:http';
import process from 'node:process';

const KEY = createPublicKey(process.env.PUBLIC_KEY);
const ANSWER = JSON.stringify({
  jsonrpc: '2.0',
  id: 1,
  result: { content: [{ type: 'text', text: 'x'.repeat(5_400) }] },
});

createServer((request, response) => {
  if (request.url === '/readyz') return response.end('ok');
  const parts = [];
  request.on('data', (part) => parts.push(part));
  request.on('end', () => {
    JSON.parse(Buffer.concat(parts));
    response.writeHead(isSigned(request.headers.authorization) ? 200 : 401, { 'content-type': 'application/json' });
    response.end(ANSWER);
  });
}).listen(Number(process.env.PORT));

function isSigned(header) {
  const token = header.slice('Bearer '.length);
  const end = token.lastIndexOf('.');
  JSON.parse(Buffer.from(token.split('.')[1], 'base64url'));
  return verify('RSA-SHA256', Buffer.from(token.slice(0, end)), KEY, Buffer.from(token.slice(end + 1), 'base64url'));
}
