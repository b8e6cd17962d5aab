import { readText } from '@app/http';
import type { INetworkModule, NetworkRequestOptions, NetworkResponse } from '@azure/msal-node';
import { EntraError, readAnswer } from './entra-error.js';

/** Bytes of an answer; one with tokens has ten kilobytes. */
const MAX_BYTES = 1024 * 1024;

/** msal-node's way to Entra: with a timeout, which its own lacks, and with every refusal as an `EntraError`. */
export class EntraNetwork implements INetworkModule {
  readonly #timeoutMs: number;

  constructor(timeoutMs: number) {
    this.#timeoutMs = timeoutMs;
  }

  sendGetRequestAsync<T>(url: string, options?: NetworkRequestOptions): Promise<NetworkResponse<T>> {
    return this.#send<T>(url, { method: 'GET', headers: options?.headers });
  }

  sendPostRequestAsync<T>(url: string, options?: NetworkRequestOptions): Promise<NetworkResponse<T>> {
    return this.#send<T>(url, { method: 'POST', headers: options?.headers, body: options?.body });
  }

  async #send<T>(url: string, init: RequestInit): Promise<NetworkResponse<T>> {
    const { response, body } = await this.#exchange(url, init);
    if (!response.ok || isError(body)) throw new EntraError(readAnswer(response, body));
    return { status: response.status, headers: Object.fromEntries(response.headers), body: body as T };
  }

  async #exchange(url: string, init: RequestInit): Promise<{ response: Response; body: unknown }> {
    try {
      // A redirect would carry assertion and credential to wherever it points.
      const response = await fetch(url, { ...init, redirect: 'error', signal: AbortSignal.timeout(this.#timeoutMs) });
      const text = await readText(response, MAX_BYTES);
      return { response, body: parse(text) };
    } catch (cause) {
      throw new EntraError({ numbers: [], cause, ...(isTimeout(cause) && { timedOut: true }) });
    }
  }
}

/** `{}` for anything but JSON, which holds no token and no error code: an answer that is not Entra's. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}

/** Some gateways give every answer the status 200. */
function isError(body: unknown): boolean {
  return typeof body === 'object' && body !== null && 'error' in body && typeof body.error === 'string';
}

function isTimeout(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'name' in error && error.name === 'TimeoutError';
}
