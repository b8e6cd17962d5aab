import { request } from 'node:https';

/**
 * JSON over HTTPS to a local server whose CA this process was not started with.
 *
 * @param {string} url
 * @param {{ ca: string | Buffer, method?: string, body?: unknown, headers?: Record<string, string>, signal?: AbortSignal }} options
 * @returns {Promise<{ status: number, headers: Record<string, string>, body: any }>}
 */
export function jsonRequest(url, { ca, method = 'GET', body, headers = {}, signal }) {
  return new Promise((resolve, reject) => {
    const outgoing = request(
      url,
      { ca, method, signal, headers: { 'content-type': 'application/json', ...headers } },
      (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('error', reject);
        response.on('data', (chunk) => (text += chunk));
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body: parse(text) }),
        );
      },
    );
    outgoing.on('error', reject);
    outgoing.end(body === undefined ? undefined : JSON.stringify(body));
  });
}

function parse(text) {
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    return text;
  }
}
