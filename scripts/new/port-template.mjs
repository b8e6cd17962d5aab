// A port with its fake, its contract suite, and the suite over the fake.

export function portFile({ name, domain, merged }) {
  return `import type { UserContext } from '${domain}';

export interface ${name.pascal}Item {
  readonly id: string;
  /** Written by people. */
  readonly name: string;
}

/** ${name.title} of the signed-in person, whatever keeps them. */
export abstract class ${name.pascal}Port {
  /** Oldest first. */
  abstract list(user: UserContext): Promise<readonly ${name.pascal}Item[]>;

  /** @throws DomainError \`conflict\` where there is one of this name */
  abstract add(user: UserContext, name: string): Promise<${name.pascal}Item>;
}
${
  merged
    ? `
declare module 'behalf/domain' {
  interface Ports {
    readonly ${name.camel}: ${name.pascal}Port;
  }
}
`
    : ''
}`;
}

export function fakeFile({ name, domain, port }) {
  const imports =
    domain === port
      ? `import { DomainError, type ${name.pascal}Item, ${name.pascal}Port, type UserContext } from '${domain}';`
      : `import { DomainError, type UserContext } from '${domain}';
import { type ${name.pascal}Item, ${name.pascal}Port } from '${port}';`;
  return `${imports}

/** The fake: one person's, kept as long as the process lives. */
export class InMemory${name.pascal} extends ${name.pascal}Port {
  #items: readonly ${name.pascal}Item[];

  constructor(items: readonly ${name.pascal}Item[] = []) {
    super();
    this.#items = items;
  }

  override async list(_user: UserContext): Promise<readonly ${name.pascal}Item[]> {
    return this.#items;
  }

  override async add(_user: UserContext, name: string): Promise<${name.pascal}Item> {
    if (this.#items.some((item) => item.name === name)) {
      throw new DomainError('conflict', 'There is already one of this name.', { userAction: 'Choose another name.' });
    }
    const added = { id: String(this.#items.length + 1), name };
    this.#items = [...this.#items, added];
    return added;
  }
}
`;
}

export function contractFile({ name, domain, suite, port }) {
  return `import type { UserContext } from '${domain}';
import { codeOf, type Open, openedForSuite } from '${suite}';
import type { ${name.pascal}Port } from '${port}';

/** One adapter with nothing in it, and the person who calls. */
export interface ${name.pascal}Harness {
  readonly ${name.camel}: ${name.pascal}Port;
  readonly user: UserContext;
  close(): Promise<void>;
}

/** What every \`${name.pascal}Port\` does, whatever is behind it. */
export function ${name.camel}Contract(open: Open<${name.pascal}Harness>): void {
  const harness = openedForSuite(open);

  it('has nothing at first, and then what was added, oldest first', async () => {
    const { ${name.camel}, user } = harness();
    expect(await ${name.camel}.list(user)).toEqual([]);
    const first = await ${name.camel}.add(user, 'First');
    const second = await ${name.camel}.add(user, 'Second');
    expect(await ${name.camel}.list(user)).toEqual([first, second]);
    expect(first.name).toBe('First');
  });

  it('refuses a name that is taken', async () => {
    const { ${name.camel}, user } = harness();
    await ${name.camel}.add(user, 'Taken');
    expect(await codeOf(${name.camel}.add(user, 'Taken'))).toBe('conflict');
  });
}
`;
}

export function contractSpec({ name, scope, testing, fake, contract }) {
  const imports =
    contract === testing
      ? `import { aUser, ${name.camel}Contract } from '${testing}';`
      : `import { aUser } from '${testing}';`;
  return `${imports}
import { InMemory${name.pascal} } from '${fake}';
${contract === testing ? '' : `import { ${name.camel}Contract } from '${contract}';\n`}
describe('InMemory${name.pascal}', () =>
  ${name.camel}Contract(() => ({
    ${name.camel}: new InMemory${name.pascal}(),
    user: aUser(['${scope}']),
    close: () => Promise.resolve(),
  })));
`;
}
