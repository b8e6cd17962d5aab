import { DomainError } from '@app/domain';

/**
 * What `$search` of people is asked for: letters, digits and what stands in names and addresses, so that a text is never
 * read as syntax.
 * @throws DomainError `invalid_arguments` when nothing to search for is left
 */
export function searchWords(query: string): string {
  const words = query
    .normalize('NFC')
    .replaceAll(/[^\p{L}\p{M}\p{N}@._'-]+/gu, ' ')
    .trim();
  if (/[\p{L}\p{N}]/u.test(words)) return words;
  throw new DomainError('invalid_arguments', 'The query contains no letter or digit.', {
    userAction: 'Give a name, a part of it, or the start of an address.',
  });
}
