import { elements, parseXml } from './xml.js';

/** Where the relations of a part lead, by their id (ECMA-376 part 2, relationships). */
export function relationsOf(parts: ReadonlyMap<string, string>, part: string): ReadonlyMap<string, string> {
  const slash = part.lastIndexOf('/');
  const [folder, name] = [part.slice(0, slash), part.slice(slash + 1)];
  const xml = parts.get(`${folder}/_rels/${name}.rels`);
  if (xml === undefined) return new Map();
  return new Map(
    [...elements(parseXml(xml), 'Relationship')].map(({ attributes: { Id = '', Target = '' } }) => [
      Id,
      resolved(folder, Target),
    ]),
  );
}

/** Targets are relative to the folder of the part, or begin at the package. */
function resolved(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const path = `${folder}/${target}`.split('/');
  return path.reduce<string[]>((steps, step) => (step === '..' ? steps.slice(0, -1) : [...steps, step]), []).join('/');
}
