import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chat } from '../../../apps/chat/src/chat.js';
import { readOptions } from '../../../apps/chat/src/options.js';
import { connectCommand } from '../../../apps/foundry-kit/src/connect/connect.command.js';
import { doctorCommand } from '../../../apps/foundry-kit/src/doctor/doctor.command.js';
import { planCommand } from '../../../apps/foundry-kit/src/plan/plan.command.js';
import { FoundryDriver } from '../../foundry/support/foundry-driver.js';
import type { LocalTenant } from '../../support/tenant.js';
import { wordsOf } from './command-line.js';

type Names = Readonly<Record<string, string>>;

/** An administrator of a tenant in which nothing is registered. */
const PERSON = { key: 'otto', name: 'Otto Falk' };
const PROJECT_HOST = /^https:\/\/[\w-]+\.services\.ai\.azure\.com/;

/** Somebody who does what the document says, with the local tenant in place of Microsoft's cloud. */
export class Walk {
  readonly #tenant: LocalTenant;
  readonly #folder: string;
  #environment: Names;

  /** @param folder where files go that commands write */
  constructor(tenant: LocalTenant, folder: string) {
    this.#tenant = tenant;
    this.#folder = folder;
    this.#environment = { ENTRA_ORIGIN: tenant.entraUrl, GRAPH_ORIGIN: tenant.graphUrl };
  }

  get environment(): Names {
    return this.#environment;
  }

  /** What the document says to write into `.env`. */
  set(variables: Names): void {
    this.#environment = { ...this.#environment, ...variables };
  }

  /** What a command prints. */
  async run(command: string): Promise<string> {
    const { words, file } = wordsOf(command);
    const printed = await this.#print(words);
    if (file !== undefined) writeFileSync(join(this.#folder, file), printed);
    return printed;
  }

  async #print(words: readonly string[]): Promise<string> {
    const [program = '', ...args] = words;
    if (program === 'az') return this.#az(args);
    const [, , script, , ...rest] = args;
    if (script === 'chat') return this.#chat(rest);
    const [kit, ...options] = rest;
    if (kit === 'plan') return planCommand(options, this.#environment);
    if (kit === 'connect') return this.#connect(options);
    if (kit === 'doctor') return (await doctorCommand(options, this.#environment)).text;
    throw new Error(`This test does not know how to run: ${words.join(' ')}`);
  }

  async #connect(args: readonly string[]): Promise<string> {
    let text = '';
    const cli = (words: readonly string[]) => this.#az(words);
    const send: typeof fetch = (input, init) =>
      fetch(String(input).replace('https://management.azure.com', this.#tenant.foundryUrl), init);
    await connectCommand(args, this.#environment, { tell: (line) => (text += line), cli, fetch: send });
    return text;
  }

  /** The Azure CLI of the person, as far as the document uses it. */
  async #az(args: readonly string[]): Promise<string> {
    const valueOf = (option: string) => args[args.indexOf(option) + 1] ?? '';
    const accessToken = await this.#token(valueOf('--resource'));
    if (args[0] === 'account') return JSON.stringify({ accessToken });
    const response = await fetch(valueOf('--url').replace(PROJECT_HOST, this.#tenant.foundryUrl), {
      method: valueOf('--method').toUpperCase(),
      headers: { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' },
      body: readFileSync(join(this.#folder, valueOf('--body').slice(1))),
    });
    if (!response.ok) throw new Error(`az rest was answered ${response.status} ${await response.text()}`);
    return response.text();
  }

  async #chat(args: readonly string[]): Promise<string> {
    const token = join(this.#folder, 'token');
    writeFileSync(token, await this.#token('https://ai.azure.com'));
    const here = args.map((word) => word.replace(PROJECT_HOST, this.#tenant.foundryUrl));
    const options = readOptions([...here, '--token-file', token], {});
    let text = '';
    const ask = async (question: string) => {
      const [link = ''] = /https:\/\/\S+\/login\/\S+/.exec(text) ?? [];
      if (/browser now/.test(question)) return 'n';
      await new FoundryDriver(this.#tenant, '').follow(link, PERSON.name);
      text += `${question}\n`;
      return '';
    };
    const terminal = { write: (said: string) => void (text += said), ask, open: () => Promise.resolve() };
    if (options) await chat(options, terminal, new AbortController().signal);
    return text;
  }

  #token(audience: string): Promise<string> {
    return this.#tenant.token({ user: PERSON.key, client: 'cli', audience });
  }
}
