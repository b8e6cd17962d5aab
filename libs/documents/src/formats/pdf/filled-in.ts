import type { TextOut } from '../text-out.js';

/** What is asked of a page; annotations as `pdf.js` describes them. */
interface Annotated {
  getAnnotations(): Promise<readonly unknown[]>;
}

/** A field of a form, a text that was put on the page, or a remark (ISO 32000-1, 12.5.6 and 12.7). */
interface Annotation {
  readonly subtype?: string;
  readonly fieldType?: string;
  readonly fieldName?: string;
  readonly fieldValue?: string | readonly string[] | null;
  readonly alternativeText?: string;
  readonly checkBox?: boolean;
  readonly radioButton?: boolean;
  readonly buttonValue?: string | null;
  readonly password?: boolean;
  readonly hidden?: boolean;
  readonly contentsObj?: { readonly str?: string };
}

/** More fields are on no page of a form. */
const MOST = 2_000;
const REMARKS = new Set(['Text', 'Popup']);
const COMMENTS = 'Comments are left out.';

/** Lines with what people wrote into the fields of a page and onto it, none of which is in its text. */
export async function filledIn(page: Annotated, out: TextOut): Promise<readonly string[]> {
  const annotations = (await page.getAnnotations()) as readonly Annotation[];
  if (annotations.some(({ subtype }) => REMARKS.has(subtype ?? ''))) out.note(COMMENTS);
  return annotations.slice(0, MOST).flatMap((annotation) => lineOf(annotation) ?? []);
}

function lineOf(annotation: Annotation): string | undefined {
  const { subtype, hidden, password, alternativeText, fieldName = '' } = annotation;
  if (hidden || password) return undefined;
  if (subtype === 'FreeText') return annotation.contentsObj?.str?.trim() || undefined;
  const value = subtype === 'Widget' ? valueOf(annotation) : '';
  return value === '' ? undefined : `${alternativeText || fieldName}: ${value}`;
}

/** Signatures, buttons and empty fields have none. */
function valueOf({ fieldType, fieldValue, checkBox, radioButton, buttonValue }: Annotation): string {
  if (checkBox) return fieldValue && fieldValue !== 'Off' ? '☒' : '☐';
  if (radioButton) return buttonValue && fieldValue === buttonValue ? buttonValue : '';
  if (fieldType !== 'Tx' && fieldType !== 'Ch') return '';
  return typeof fieldValue === 'string' ? fieldValue.trim() : (fieldValue ?? []).join(', ');
}
