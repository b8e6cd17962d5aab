export function median(numbers) {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
}

/** A table in Markdown. */
export function table(head, lines) {
  const rows = [head, head.map((_, column) => (column === 0 ? '---' : '--:')), ...lines];
  return rows.map((row) => `| ${row.join(' | ')} |\n`).join('');
}
