const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],:]/g;

/** Whether no object in a JSON text has a key twice: of two, one reader takes the first and another the last. */
export function hasUniqueKeys(json: string): boolean {
  const objects: (Set<string> | undefined)[] = [];
  let last = '';
  for (const [token] of json.matchAll(TOKEN)) {
    if (token === '{') objects.push(new Set());
    else if (token === '[') objects.push(undefined);
    else if (token === '}' || token === ']') objects.pop();
    else if (token === ':') {
      const [keys, key] = [objects.at(-1), String(JSON.parse(last))];
      if (keys?.has(key)) return false;
      keys?.add(key);
    }
    last = token;
  }
  return true;
}
