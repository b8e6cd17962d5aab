/** The domain's word for one of Graph's; case-insensitive, because Graph's own documents differ in case. */
export function fromGraphEnum<Word extends string>(
  words: Readonly<Record<string, Word>>,
  value: string | null | undefined,
  otherwise: Word,
): Word {
  const key = value?.toLowerCase() ?? '';
  return Object.hasOwn(words, key) ? (words[key] ?? otherwise) : otherwise;
}
