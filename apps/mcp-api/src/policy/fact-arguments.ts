import { nearestName, quoteLine, type RuleFacts, SHARE_KINDS } from '@app/domain';
import { UsageError } from './usage-error.js';

type Reader = (text: string) => Partial<RuleFacts> | undefined;

const READERS: Readonly<Record<string, Reader>> = {
  external: (text) => flag(text, (external) => ({ external })),
  firstContact: (text) => flag(text, (firstContact) => ({ firstContact })),
  deletes: (text) => flag(text, (deletes) => ({ deletes })),
  recipients: (text) => count(text, (recipients) => ({ recipients })),
  recipientsOver: (text) => count(text, (limit) => ({ recipients: limit + 1 })),
  attendees: (text) => count(text, (attendees) => ({ attendees })),
  attendeesOver: (text) => count(text, (limit) => ({ attendees: limit + 1 })),
  shareKind: (text) => {
    const shareKind = [...SHARE_KINDS, 'none' as const].find((kind) => kind === text);
    return shareKind && { shareKind };
  },
};

/**
 * The facts of `external=true,recipientsOver=5`.
 * @throws UsageError naming what is wrong
 */
export function readFacts(text: string): Partial<RuleFacts> {
  const parts = text.split(',').filter((part) => part.trim() !== '');
  return Object.assign({}, ...parts.map(readFact)) as Partial<RuleFacts>;
}

function readFact(part: string): Partial<RuleFacts> {
  const [name = '', value = ''] = part.split('=').map((one) => one.trim());
  const reader = Object.hasOwn(READERS, name) ? READERS[name] : undefined;
  if (!reader) {
    const nearest = nearestName(name, Object.keys(READERS));
    const instead = nearest ? `did you mean ${nearest}?` : `write one of ${Object.keys(READERS).join(', ')}`;
    throw new UsageError(`--facts: ${quoteLine(name, 40)} is not a fact, ${instead}`);
  }
  const fact = reader(value);
  if (!fact) throw new UsageError(`--facts: ${quoteLine(value, 40)} is no value of ${name}`);
  return fact;
}

function flag(text: string, toFact: (value: boolean) => Partial<RuleFacts>): Partial<RuleFacts> | undefined {
  return text === 'true' || text === 'false' ? toFact(text === 'true') : undefined;
}

function count(text: string, toFact: (value: number) => Partial<RuleFacts>): Partial<RuleFacts> | undefined {
  return /^\d{1,7}$/.test(text) ? toFact(Number(text)) : undefined;
}
