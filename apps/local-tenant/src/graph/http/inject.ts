import type { Request } from 'express';
import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';

export interface InjectedRequest {
  readonly method: string;
  readonly url: string;
  /** In lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly content?: Buffer;
}

/** JSON as it is, everything else in base64. */
export interface InjectedReply {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body?: unknown;
}

/** Sends a request through the same application as the given one, without a connection. */
export async function inject({ app }: Request, injected: InjectedRequest): Promise<InjectedReply> {
  const request = new IncomingMessage(new Socket());
  const { method, url, headers, content } = injected;
  const length = content === undefined ? {} : { 'content-length': String(content.length) };
  Object.assign(request, { method, url, headers: { ...headers, ...length } });
  if (content !== undefined) request.push(content);
  request.push(null);
  const response = new ServerResponse(request);
  const body = await new Promise<Buffer>((resolve) => {
    const parts: Buffer[] = [];
    const take = (part: unknown) => void (isContent(part) && parts.push(Buffer.from(part)));
    Object.assign(response, {
      write: (part: unknown) => (take(part), true),
      end(part?: unknown) {
        take(part);
        response.emit('finish');
        resolve(Buffer.concat(parts));
        return response;
      },
    });
    app(request as Request, response as never);
  });
  return { status: response.statusCode, ...shownOf(response, body) };
}

function isContent(part: unknown): part is string | Buffer {
  return typeof part === 'string' || Buffer.isBuffer(part);
}

function shownOf(response: ServerResponse, bytes: Buffer): Pick<InjectedReply, 'headers' | 'body'> {
  // Microsoft's client looks for `Content-Type` in just this form.
  const entries = Object.entries(response.getHeaders()).map(([name, value]) => [capitalized(name), String(value)]);
  const headers = Object.fromEntries(entries) as Record<string, string>;
  if (bytes.length === 0) return { headers };
  const isJson = /\bjson\b/.test(String(response.getHeader('content-type')));
  return { headers, body: isJson ? (JSON.parse(bytes.toString()) as unknown) : bytes.toString('base64') };
}

function capitalized(name: string): string {
  return name.replaceAll(/(?<=^|-)[a-z]/g, (letter) => letter.toUpperCase());
}
