import type { OfficePackage } from '../package.js';
import { BUILT_IN } from './built-in-formats.js';

/** The number formats of the styles of cells. */
export class Styles {
  readonly #formats: readonly string[];

  constructor(formats: readonly string[]) {
    this.#formats = formats;
  }

  /** The code of a style's number format, such as `yyyy-mm-dd`. */
  formatOf(style: string): string {
    return this.#formats[Number(style)] ?? 'General';
  }
}

export function stylesOf(parts: OfficePackage, path: string | undefined): Styles {
  const own = new Map<string, string>();
  const ids: string[] = [];
  let isOfCells = false;
  if (path !== undefined) {
    parts.read(path, 's', {
      open: (name, attributes) => {
        if (name === 's:numFmt') own.set(attributes['numFmtId'] ?? '', attributes['formatCode'] ?? '');
        else if (name === 's:cellXfs') isOfCells = true;
        else if (name === 's:xf' && isOfCells) ids.push(attributes['numFmtId'] ?? '0');
        return name !== 's:dxfs';
      },
      close: (name) => {
        if (name === 's:cellXfs') isOfCells = false;
      },
    });
  }
  return new Styles(ids.map((id) => own.get(id) ?? BUILT_IN[id] ?? 'General'));
}
