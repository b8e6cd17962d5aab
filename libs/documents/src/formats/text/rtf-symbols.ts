/** What control words of rich text stand for. */
export const SYMBOLS: Readonly<Record<string, string>> = {
  ...{
    par: '\n',
    line: '\n',
    sect: '\n',
    page: '\n',
    row: '\n',
    tab: '\t',
    cell: '\t',
    nestcell: ' ',
    nestrow: '\n',
    emdash: '—',
    endash: '–',
  },
  ...{ bullet: '•', lquote: '‘', rquote: '’', ldblquote: '“', rdblquote: '”', emspace: ' ', enspace: ' ' },
};
