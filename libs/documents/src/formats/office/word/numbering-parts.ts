import type { Opened } from '../open.js';
import type { XmlHandler } from '../xml.js';
import { type Level, MOST_LEVELS, Numbering, type Place } from './numbering.js';

export function numberingOf({ parts, main }: Opened): Numbering {
  const numbering = new Numbering();
  const handlers = { numbering: definitions(numbering), styles: styles(numbering) };
  for (const [wanted, handler] of Object.entries(handlers)) {
    const found = parts.relationships(main).find(({ type, path }) => type === wanted && parts.has(path));
    if (found) parts.read(found.path, 'w', handler);
  }
  return numbering;
}

/** Takes the definitions of lists first, then the lists, as the part has them. */
function definitions({ levels, lists, restarts }: Numbering): XmlHandler {
  const ofStyles = new Map<string, Level[]>();
  let [definition, list, override] = ['', '', ''];
  let current: Level[] = [];
  let level: Level = { format: '', text: '', start: 1 };
  return {
    open: (name, attributes) => {
      const value = attributes['w:val'] ?? '';
      const depth = attributes['w:ilvl'] ?? '0';
      if (name === 'w:abstractNum') levels.set((definition = attributes['w:abstractNumId'] ?? ''), (current = []));
      else if (name === 'w:styleLink' || name === 'w:numStyleLink') {
        // Definitions of the same style have the same levels.
        ofStyles.set(value, (current = ofStyles.get(value) ?? current));
        levels.set(definition, current);
      } else if (name === 'w:num') list = attributes['w:numId'] ?? '';
      else if (name === 'w:abstractNumId') lists.set(list, value);
      else if (name === 'w:lvlOverride') override = depth;
      else if (name === 'w:startOverride') restarts.set(`${list}/${override}`, Number(value));
      else if (name !== 'w:lvl') takeOfLevel(level, name, value);
      else if (list === '') current[Number(depth) % MOST_LEVELS] = level = { format: '', text: '', start: 1 };
      // Levels that a list has of its own are left out.
      return name !== 'w:lvl' || list === '';
    },
  };
}

function takeOfLevel(level: Level, name: string, value: string): void {
  if (name === 'w:start') level.start = Number(value);
  else if (name === 'w:numFmt') level.format = value;
  else if (name === 'w:lvlText') level.text = value;
}

function styles({ styles: places }: Numbering): XmlHandler {
  let current: Place & { base?: string } = {};
  return {
    open: (name, attributes) => {
      const value = attributes['w:val'];
      if (name === 'w:style') places.set(attributes['w:styleId'] ?? '', (current = {}));
      else if (name === 'w:basedOn') current.base = value;
      else if (name === 'w:numId') current.list = value;
      else if (name === 'w:ilvl') current.level = value;
    },
  };
}
