// The built page, from its folder and nowhere else.
import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';

const FOLDER = 'dist/playground';
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};

export async function sendFile(path, response) {
  const name = normalize(path === '/' ? '/index.html' : path);
  const content = name.includes('..') ? undefined : await readFile(join(FOLDER, name)).catch(() => undefined);
  if (!content) return response.writeHead(404).end('There is no such file.');
  response.writeHead(200, {
    'content-type': TYPES[extname(name)] ?? 'application/octet-stream',
    'content-security-policy':
      "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:",
    'referrer-policy': 'no-referrer',
  });
  response.end(content);
}
