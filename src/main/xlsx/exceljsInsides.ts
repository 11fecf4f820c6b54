/**
 * The only place that reaches into exceljs (4.4.0), for what its streaming writer cannot say. It relies on these of its private parts:
 *
 * - `workbook.zip.append(source, { name })` takes every part of the package; `[Content_Types].xml` and `xl/styles.xml` come as text.
 * - `workbook._openStream(path)` opens the part of each sheet; of what it gives only pause, write and end are used.
 * - `workbook.styles.addStyleModel(style)` and `workbook.sharedStrings.add(text)` give the numbers that cells refer to.
 * - `worksheet._writeCloseSheetData()` runs once, right after the rows; `worksheet._writeLegacyData()` once, right before the end of the
 *   sheet, where `drawing` and `legacyDrawing` belong; `worksheet.stream.write(text)` adds to the sheet's part.
 * - `worksheet.dataValidations.add(range, rule)` is written after the formats; also rules of type `any`, which its types do not know.
 * - `worksheet._sheetRelsWriter.addRelationship({ Type, Target })` gives the id of a relation, and is closed after the sheet.
 *
 * Errors: throws where one of them is gone. exceljsInsides.test.ts and sheetStreams.test.ts look at what comes out.
 */
import { SheetStream } from './sheetStreams.ts';

export interface Package {
  /** `path` without a slash in front: `xl/charts/chart1.xml` */
  readonly addPart: (part: {
    readonly path: string;
    /** null: the package knows it by the path's ending */
    readonly contentType: string | null;
    readonly xml: string;
  }) => void;
  /** what a cell of that style, or with that text, refers to */
  readonly styleNumber: (style: object) => number;
  readonly textNumber: (text: string) => number;
}
/** A sheet that was added to the workbook and is not committed yet. */
export interface SheetPart {
  /** 1-based, in the names of its parts */
  readonly id: number;
  /** where its rows go */
  readonly stream: SheetStream;
  /** text right after the rows, before everything else that follows them */
  readonly addAfterRows: (xml: string) => void;
  /** text at the end of the sheet; drawings come before comments */
  readonly addAtEnd: (xml: string) => void;
  readonly addValidation: (range: string, rule: Readonly<Record<string, unknown>>) => void;
  /** the id of a new relation of the sheet; `target` is relative to the sheet's folder */
  readonly relate: (type: string, target: string) => string;
}

const CONTENT_TYPES = '[Content_Types].xml';
const STYLES = 'xl/styles.xml';

/** From now on the text of its sheets goes through streams of ours: commit every sheet before the workbook. */
export const openPackage = (workbook: unknown): Package => {
  const zip = partOf(workbook, 'zip');
  const append = methodOf(zip, 'append');
  const addStyle = methodOf(partOf(workbook, 'styles'), 'addStyleModel');
  const addText = methodOf(partOf(workbook, 'sharedStrings'), 'add');
  replace(workbook, '_openStream', (path) => {
    const stream = new SheetStream();
    append(stream.source, { name: path });
    return stream;
  });
  const overrides: string[] = [];
  const amend = (source: unknown, name: unknown): unknown => {
    if (typeof source !== 'string') return source;
    if (name === CONTENT_TYPES) return source.replace('</Types>', `${overrides.join('')}</Types>`);
    return name === STYLES ? orderFonts(source) : source;
  };
  zip.append = (source: unknown, data: { readonly name: unknown }) => append(amend(source, data.name), data);
  return {
    addPart: ({ path, contentType, xml }) => {
      if (contentType !== null) overrides.push(`<Override PartName="/${path}" ContentType="${contentType}"/>`);
      append(xml, { name: path });
    },
    styleNumber: (style) => Number(addStyle(style)),
    textNumber: (text) => Number(addText(text)),
  };
};

export const openSheetPart = (worksheet: unknown): SheetPart => {
  if (!isRecord(worksheet) || typeof worksheet.id !== 'number') throw changed('id');
  const { stream } = worksheet;
  if (!(stream instanceof SheetStream)) throw changed('stream');
  const afterRows: string[] = [];
  const atEnd: string[] = [];
  after(worksheet, '_writeCloseSheetData', () => stream.write(afterRows.join('')));
  after(worksheet, '_writeLegacyData', () => stream.write(atEnd.join('')));
  const addValidation = methodOf(partOf(worksheet, 'dataValidations'), 'add');
  const addRelationship = methodOf(partOf(worksheet, '_sheetRelsWriter'), 'addRelationship');
  return {
    id: worksheet.id,
    stream,
    addAfterRows: (xml) => afterRows.push(xml),
    addAtEnd: (xml) => atEnd.push(xml),
    addValidation: (range, rule) => void addValidation(range, rule),
    relate: (type, target) => String(addRelationship({ Type: type, Target: target })),
  };
};

/** `then` runs after each call of the method. */
const after = (owner: Parts, method: string, then: () => void): void => {
  const original = methodOf(owner, method);
  owner[method] = () => {
    original();
    then();
  };
};

const replace = (owner: unknown, method: string, by: (...given: readonly unknown[]) => unknown): void => {
  if (!isRecord(owner) || typeof owner[method] !== 'function') throw changed(method);
  owner[method] = by;
};

/** The order of CT_Font as Office reads it; the library writes family before size and name after it. */
const FONT_ORDER = [
  'b',
  'i',
  'strike',
  'condense',
  'extend',
  'outline',
  'shadow',
  'u',
  'vertAlign',
  'sz',
  'color',
  'name',
  'family',
  'charset',
  'scheme',
];

const orderFonts = (styles: string): string =>
  styles.replace(/<font>(.*?)<\/font>/gs, (_, children: string) => {
    const tags = [...children.matchAll(/<(\w+)[^>]*\/>/g)].map(([text, name = '']) => ({ text, at: FONT_ORDER.indexOf(name) }));
    return `<font>${tags
      .toSorted((a, b) => a.at - b.at)
      .map(({ text }) => text)
      .join('')}</font>`;
  });

type Parts = Record<string, unknown>;

const isRecord = (value: unknown): value is Parts => typeof value === 'object' && value !== null;

const partOf = (owner: unknown, name: string): Parts => {
  const part = isRecord(owner) ? owner[name] : undefined;
  if (!isRecord(part)) throw changed(name);
  return part;
};

const methodOf = (owner: Parts, name: string): ((...given: readonly unknown[]) => unknown) => {
  const method = owner[name];
  if (typeof method !== 'function') throw changed(name);
  return (...given) => Reflect.apply(method, owner, given);
};

const changed = (name: string): Error => new Error(`exceljs is another version than 4.4.0: it has no ${name}`);
