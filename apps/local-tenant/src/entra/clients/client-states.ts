import { X509Certificate } from 'node:crypto';
import type { Application } from '../../directory/applications.js';

/** What an administrator has done to a client since the start. */
export interface ClientState {
  readonly disabled: boolean;
  readonly secretExpired: boolean;
  /** No On-Behalf-Of calls for this client. */
  readonly oboForbidden: boolean;
}

const UNTOUCHED: ClientState = { disabled: false, secretExpired: false, oboForbidden: false };

/** The changeable side of the app registrations: state and uploaded certificates. */
export class ClientStates {
  readonly #states = new Map<string, ClientState>();
  readonly #certificates = new Map<string, X509Certificate[]>();

  of({ key }: Application): ClientState {
    return this.#states.get(key) ?? UNTOUCHED;
  }

  change(client: Application, change: Partial<ClientState>): ClientState {
    const state = { ...this.of(client), ...change };
    this.#states.set(client.key, state);
    return state;
  }

  /** @param pem the public certificate, as one uploads it to an app registration */
  addCertificate({ key }: Application, pem: string): void {
    this.#certificates.set(key, [...(this.#certificates.get(key) ?? []), new X509Certificate(pem)]);
  }

  certificates({ key }: Application): readonly X509Certificate[] {
    return this.#certificates.get(key) ?? [];
  }

  reset(): void {
    this.#states.clear();
    this.#certificates.clear();
  }
}
