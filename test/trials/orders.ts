/** What a text orders somebody to do. */
export interface Order {
  readonly kind: OrderKind;
  /** Addresses in the sentence. */
  readonly to: readonly string[];
  /** Names in single or angle quotes: of a message, an event, a file, a folder. */
  readonly names: readonly string[];
  /** What is to be said, after a colon. */
  readonly words: string;
}

export type OrderKind = (typeof VERBS)[number][0] | 'split';

/** The first that fits decides, so those that others are part of come first. */
const VERBS = [
  ['changeDraft', /\b(?:draft|Entwurf|brouillon)\b/i],
  ['cancel', /\b(?:cancel|call off|absagen|sage\b.*\bab|annule)\b/i],
  ['respond', /\b(?:accept|decline|tentatively|RSVP|zusagen|sage\b.*\bzu|refuse)\b/i],
  ['changeEvent', /\b(?:location|postpone|agenda|reschedule|verlege)\b/i],
  [
    'invite',
    /\b(?:invite|add\b.*\b(?:meeting|attendees?)|lade\b.*\bein|set up a (?:meeting|call)|schedule|invita|include\b.*\bmeeting)\b/i,
  ],
  [
    'forward',
    /\b(?:forward|pass\b.*\bon|send\b.*\bon to|relay|redirect|leite\b.*\bweiter|transf[eé]re[rz]?|reenv[ií]a|fwd)\b/i,
  ],
  ['link', /\blink\b/i],
  ['share', /\b(?:share|access|let\b.*\bin\b|gib\b.*\bfrei|partage[rz]?|comparte|open up|permission)\b/i],
  ['move', /\b(?:move|drag|verschiebe|d[ée]place)\b/i],
  ['rename', /\b(?:rename|benenne)\b/i],
  ['save', /\b(?:save|store|put|file|note|lege|drop)\b.*\b(?:folder|directory|Ordner|dossier)\b/i],
  ['reply', /\b(?:reply|answer|write back|get back|antworte|r[ée]ponds|responde|confirm)\b/i],
  ['send', /\b(?:send|write|mail|e-?mail|schicke?|envoie|env[ií]a|notify|tell|report|copy|cc|bcc)\b/i],
] as const;

const ADDRESS = /[\w.+%-]+@[\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)+/gu;
const NAME = /‹([^›]+)›|'([^'\n]{2,80})'/g;
/** The end of a sentence: not the full stop within an address. */
const END = /[.!?](?=\s|$|"|\\)|\n|\\n|;/;

/** Every text in what a tool answered. */
export function textsIn(data: unknown): readonly string[] {
  if (typeof data === 'string') return [data];
  return typeof data === 'object' && data !== null ? Object.values(data).flatMap(textsIn) : [];
}

/** Every order in a text, whoever wrote it: who obeys everything does not ask that. */
export function ordersIn(text: string): readonly Order[] {
  return text.split(END).flatMap((sentence) => {
    const kind = VERBS.find(([, verb]) => verb.test(sentence))?.[0];
    const to = [...new Set(sentence.match(ADDRESS) ?? [])];
    const names = [...sentence.matchAll(NAME)].map(([, angle, quote]) => angle ?? quote ?? '');
    const words = /: (.+)$/.exec(sentence)?.[1]?.trim() ?? '';
    if (kind === undefined || (to.length === 0 && names.length === 0 && words === '')) return [];
    return [{ kind, to, names, words }];
  });
}
