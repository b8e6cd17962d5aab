/** `@odata.context` of an answer. */
export function contextUrl(origin: string, resource: string, select?: readonly string[]): string {
  const projection = select === undefined || select.length === 0 ? '' : `(${select.join(',')})`;
  const [set = '', entity] = resource.split('/$entity');
  return `${origin}/v1.0/$metadata#${set}${projection}${entity === undefined ? '' : '/$entity'}`;
}
