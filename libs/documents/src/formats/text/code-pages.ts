const CODE_PAGES: Readonly<Record<number, string>> = {
  ...{ 932: 'shift_jis', 936: 'gbk', 949: 'euc-kr', 950: 'big5', 65001: 'utf-8', 10000: 'macintosh' },
  ...{ 866: 'ibm866', 874: 'windows-874' },
};

/** The charset of a code page of Windows, as `TextDecoder` calls it; windows-1252 for those that it does not know. */
export function charsetOfPage(page: number): string {
  const charset = CODE_PAGES[page] ?? `windows-${page}`;
  return isKnown(charset) ? charset : 'windows-1252';
}

function isKnown(encoding: string): boolean {
  try {
    return new TextDecoder(encoding).encoding !== '';
  } catch {
    return false;
  }
}
