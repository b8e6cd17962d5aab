import { statSync } from 'node:fs';
import type { Clock } from '../common/clock.js';
import { type CertificateFiles, readCertificate } from './certificate-files.js';
import type { ClientCredential, MsalCredential } from './credential.port.js';

const LOOK_AGAIN_MS = 60_000;

/**
 * A certificate registered on the app registration; msal-node signs a client assertion with its key. A file that changed
 * is read again, so that a certificate is renewed without a restart; a broken new one leaves the old one in use.
 */
export class CertificateCredential implements ClientCredential {
  readonly #files: CertificateFiles;
  readonly #clock: Clock;
  #options: MsalCredential = {};
  #expiresAt = Infinity;
  #version = '';
  #lookedAt = -Infinity;
  #problem?: string;

  /** @throws Error when the files cannot be used, saying why */
  constructor(files: CertificateFiles, clock: Clock) {
    this.#files = files;
    this.#clock = clock;
    this.#load();
  }

  msalOptions(): MsalCredential {
    this.#lookForChange();
    return this.#options;
  }

  expiresAt(): number {
    return this.#expiresAt;
  }

  problem(): string | undefined {
    return this.#problem;
  }

  #lookForChange(): void {
    if (this.#clock.now() - this.#lookedAt < LOOK_AGAIN_MS) return;
    try {
      if (versionOf(this.#files) !== this.#version) this.#load();
      this.#problem = undefined;
    } catch (error) {
      this.#problem = error instanceof Error ? error.message : 'The new certificate cannot be read.';
      this.#lookedAt = this.#clock.now();
    }
  }

  #load(): void {
    const { x509, privateKey } = readCertificate(this.#files);
    const thumbprintSha256 = x509.fingerprint256.replaceAll(':', '');
    this.#options = { clientCertificate: { thumbprintSha256, privateKey, x5c: x509.toString() } };
    this.#expiresAt = Date.parse(x509.validTo);
    this.#version = versionOf(this.#files);
    this.#lookedAt = this.#clock.now();
  }
}

function versionOf({ certificateFile, privateKeyFile = certificateFile }: CertificateFiles): string {
  return [certificateFile, privateKeyFile].map((file) => statSync(file).mtimeMs).join('/');
}
