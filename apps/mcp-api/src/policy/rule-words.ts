import type { PolicyRule } from '@app/domain';

/** What a rule asks for, in one line: `tools mail_send_draft; external=true`. */
export function conditionWords({ facts = {}, ...rule }: PolicyRule): string {
  const lists = (['tools', 'toolsets', 'clients', 'roles', 'groups'] as const).flatMap((key) =>
    rule[key] ? [`${key} ${rule[key].join(' ')}`] : [],
  );
  const told = Object.entries(facts).flatMap(([key, value]) =>
    value === undefined ? [] : [`${key}=${String(value)}`],
  );
  return [...lists, ...(told.length > 0 ? [told.join(' ')] : [])].join('; ') || 'every call';
}

/** The reason in quotes, after a space, where there is one. */
export function reasonWords(reason: string | undefined): string {
  return reason === undefined ? '' : ` "${reason}"`;
}
