import {
  type FactConditions,
  nearestName,
  type PolicyRule,
  RULE_DECISIONS,
  type RuleDecision,
  SHARE_KINDS,
  type ShareKind,
} from '@app/domain';
import { isScalar, isSeq } from 'yaml';
import { type Field, FieldReader, scalarOf } from './field-reader.js';
import { DECISION_HABITS, FACT_HABITS, FILE_HABITS, RULE_HABITS } from './habits.js';
import { MAX_REASON, MAX_RULES } from './limits.js';
import type { ParsedFile } from './parse-yaml.js';

/** The names that rules may use. */
export interface KnownNames {
  readonly tools: readonly string[];
  readonly toolsets: readonly string[];
}

/** A rule and where it stands. */
export interface PlacedRule {
  readonly rule: PolicyRule;
  readonly place: Pick<Field, 'path' | 'line'>;
}

/** What a file says, and every mistake in it. */
export interface ReadFile {
  readonly rules: readonly PlacedRule[];
  readonly groupsClaim: boolean;
  readonly mistakes: readonly string[];
}

const RULE_KEYS = ['tools', 'toolsets', 'clients', 'roles', 'groups', 'facts', 'decision', 'reason'] as const;
const FACT_KEYS = [
  ...(['external', 'firstContact', 'recipientsOver', 'attendeesOver', 'shareKind', 'deletes', 'writes'] as const),
];
const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const CLIENTS = { pattern: GUID, hint: 'write the client id, a GUID, of the application that calls' };
const GROUPS = { pattern: GUID, hint: 'write the object id, a GUID, of the group' };
const ROLES = { pattern: /^[^\s,]{1,120}$/, hint: 'write the value of an app role, without spaces' };

export function readRules(file: ParsedFile, known: KnownNames): ReadFile {
  const reader = new FieldReader(file);
  const root = { value: file.root, path: '', line: undefined };
  if (isSeq(file.root)) reader.add(root, 'write the list under the key rules');
  const fields = isSeq(file.root) ? undefined : reader.fields(root, ['rules', 'groupsClaim'], FILE_HABITS);
  const list = fields?.get('rules');
  if (fields && !list) reader.add(root, 'rules is missing');
  const items = (list && reader.items(list, MAX_RULES)) ?? [];
  const groupsClaim = reader.flag(fields?.get('groupsClaim')) ?? false;
  const rules = items.flatMap((place) => {
    const rule = readRule(place, known, reader);
    return rule ? [{ rule, place }] : [];
  });
  return { rules, groupsClaim, mistakes: reader.mistakes };
}

function readRule(item: Field, known: KnownNames, reader: FieldReader): PolicyRule | undefined {
  const fields = reader.fields(item, RULE_KEYS, RULE_HABITS);
  if (!fields) return undefined;
  const names = (key: (typeof RULE_KEYS)[number]) => fields.get(key);
  const conditions = {
    tools: reader.names(names('tools'), { kind: 'tool', known: known.tools }),
    toolsets: reader.names(names('toolsets'), { kind: 'toolset', known: known.toolsets }),
    clients: reader.names(names('clients'), { kind: 'client', form: CLIENTS, lowerCase: true }),
    roles: reader.names(names('roles'), { kind: 'role', form: ROLES }),
    groups: reader.names(names('groups'), { kind: 'group', form: GROUPS, lowerCase: true }),
    facts: readFacts(fields.get('facts'), reader),
  };
  const decision = readDecision(item, fields.get('decision'), reader);
  const reason = readReason(fields.get('reason'), reader);
  if (decision !== undefined && decision !== 'allow' && !fields.has('reason'))
    reader.add(item, `reason is missing: say in one line why you ${decision === 'deny' ? 'deny it' : 'ask'}`);
  return decision && { ...conditions, decision, reason };
}

function readFacts(field: Field | undefined, reader: FieldReader): FactConditions | undefined {
  const fields = field && reader.fields(field, FACT_KEYS, FACT_HABITS);
  if (!field || !fields) return undefined;
  if (fields.size === 0) return reader.add(field, 'it says nothing: name a fact, or leave facts out');
  return {
    external: reader.flag(fields.get('external')),
    firstContact: reader.flag(fields.get('firstContact')),
    recipientsOver: reader.count(fields.get('recipientsOver')),
    attendeesOver: reader.count(fields.get('attendeesOver')),
    shareKind: readShareKinds(fields.get('shareKind'), reader),
    deletes: reader.flag(fields.get('deletes')),
    writes: reader.flag(fields.get('writes')),
  };
}

function readShareKinds(field: Field | undefined, reader: FieldReader): readonly ShareKind[] | undefined {
  const kinds = reader.names(field, { kind: 'share kind', known: SHARE_KINDS });
  return kinds as readonly ShareKind[] | undefined;
}

function readDecision(item: Field, field: Field | undefined, reader: FieldReader): RuleDecision | undefined {
  const choices = RULE_DECISIONS.join(', ');
  if (!field) return reader.add(item, `decision is missing: write one of ${choices}`);
  const value = scalarOf(field);
  const decision = RULE_DECISIONS.find((one) => one === value);
  if (decision) return decision;
  const word = String(value).toLowerCase();
  const meant = Object.hasOwn(DECISION_HABITS, word) ? DECISION_HABITS[word] : nearestName(word, RULE_DECISIONS);
  return reader.add(field, meant ? `did you mean ${meant}?` : `write one of ${choices}`);
}

/** One line of plain text: it stands in answers to models and on pages. */
function readReason(field: Field | undefined, reader: FieldReader): string | undefined {
  if (!field) return undefined;
  const value = scalarOf(field);
  if (!isScalar(field.value) || typeof value !== 'string') return reader.add(field, 'write a sentence in quotes');
  const text = value.trim();
  if (text === '') return reader.add(field, 'it is empty: say in one line why');
  if (text.length > MAX_REASON) return reader.add(field, `write at most ${MAX_REASON} characters`);
  if (/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(text)) return reader.add(field, 'write one line, without control characters');
  return text;
}
