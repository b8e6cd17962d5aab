import { randomBytes, randomInt } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Application } from '../../directory/applications.js';
import type { Tenant } from '../../directory/tenants.js';
import type { SignIn } from '../grants/grant-store.js';
import type { RequestedScopes } from '../scopes/requested-scopes.js';

/** A device that waits for a person to sign in elsewhere (RFC 8628). */
export interface DeviceRequest {
  readonly deviceCode: string;
  /** What the person types. */
  readonly userCode: string;
  readonly tenant?: Tenant;
  readonly client: Application;
  readonly scopes: RequestedScopes;
  readonly expiresAt: number;
  readonly outcome: 'pending' | 'declined' | SignIn;
}

const KEPT = 1000;
/** Without vowels and look-alikes, as Entra's codes are. */
const LETTERS = 'BCDFGHJKLMNPQRSTVWXZ23456789';

/** The devices that wait. */
export class DeviceCodes {
  readonly #requests = new LRUCache<string, DeviceRequest>({ max: KEPT });

  start(request: Omit<DeviceRequest, 'deviceCode' | 'userCode' | 'outcome'>): DeviceRequest {
    const userCode = Array.from({ length: 9 }, () => LETTERS[randomInt(LETTERS.length)]).join('');
    const deviceCode = randomBytes(48).toString('base64url');
    return this.#keep({ ...request, deviceCode, userCode, outcome: 'pending' });
  }

  find(deviceCode: string): DeviceRequest | undefined {
    return this.#requests.get(deviceCode);
  }

  /** One that still waits for a person. */
  waiting(userCode: string, now: Date): DeviceRequest | undefined {
    const wanted = userCode.trim().toUpperCase();
    const found = [...this.#requests.values()].find((request) => request.userCode === wanted);
    return found?.outcome === 'pending' && found.expiresAt > now.getTime() ? found : undefined;
  }

  decide(request: DeviceRequest, outcome: 'declined' | SignIn): void {
    this.#keep({ ...request, outcome });
  }

  /** A device code brings tokens once. */
  end({ deviceCode }: DeviceRequest): void {
    this.#requests.delete(deviceCode);
  }

  reset(): void {
    this.#requests.clear();
  }

  #keep(request: DeviceRequest): DeviceRequest {
    this.#requests.set(request.deviceCode, request);
    return request;
  }
}
