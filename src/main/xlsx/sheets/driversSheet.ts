/**
 * Drivers: each a row, its value an input or a live formula with a name that other formulas use. Only where the scenario has any.
 * Source: formats.md, "Drivers".
 */
import { isFormula } from '../../../shared/formula/ast.ts';
import { cellNotes } from '../../../shared/scenario/notes.ts';
import { FIRST_LINE_ROW, HEADER_ROW } from '../columns.ts';
import type { DriverCell } from '../driverCells.ts';
import { DRIVER_COLUMNS, type DriverColumn, driverLetters } from '../driverColumns.ts';
import type { ExportContext } from '../exportContext.ts';
import { type Cell, type Row, type SheetModel, type StyleName, sheetReference, textCell } from '../model.ts';
import { HEADERS, SHEET_NAMES } from '../texts.ts';
import { driverValidations } from '../validations.ts';

export const makeDriversSheets = (context: ExportContext): readonly SheetModel[] => {
  const { drivers } = context.driverCells;
  if (drivers.length === 0) return [];
  const name = SHEET_NAMES.drivers[context.locale];
  return [
    {
      name,
      veryHidden: false,
      widths: DRIVER_COLUMNS.map((column) => column.width),
      frozen: { rows: HEADER_ROW, columns: 2 },
      filterRow: HEADER_ROW,
      lock: 'lines',
      columnStyles: DRIVER_COLUMNS.map(({ key }) => SPARE_STYLES[key] ?? 'spare'),
      names: drivers.flatMap((driver, index) =>
        driver.name === null
          ? []
          : [{ name: driver.name, address: `${sheetReference(name)}$${driverLetters('driverValue')}$${FIRST_LINE_ROW + index}` }],
      ),
      validations: driverValidations(context),
      rows: driverRows(context),
    },
  ];
};

const SPARE_STYLES: Partial<Record<DriverColumn, StyleName>> = {
  driverName: 'inputText',
  driverValue: 'inputNumber',
  unit: 'inputText',
  note: 'inputText',
};

const driverRows = (context: ExportContext): readonly Row[] => [
  [textCell(`${SHEET_NAMES.drivers[context.locale]} · ${context.scenario.name}`, 'title')],
  [textCell(context.say('driversOf'), 'advice')],
  DRIVER_COLUMNS.map(({ key, numeric }) => textCell(HEADERS[key][context.locale], numeric ? 'headerNumber' : 'header')),
  ...context.driverCells.drivers.map((cell) => DRIVER_COLUMNS.map(({ key }) => driverCell(cell, key))),
];

const driverCell = ({ driver, value }: DriverCell, key: (typeof DRIVER_COLUMNS)[number]['key']): Cell => {
  switch (key) {
    case 'driverId':
      return textCell(driver.id);
    case 'driverName':
      return textCell(driver.name, 'inputText');
    case 'driverValue':
      return { value, style: 'inputNumber', ...commentOf([driver.note, cellNotes(driver).value ?? '']) };
    case 'unit':
      return textCell(driver.unit, 'inputText');
    case 'driverFormula':
      return textCell(isFormula(driver.value) ? driver.value : '');
    case 'note':
      return textCell(driver.note, 'inputText');
  }
};

const commentOf = (notes: readonly string[]): { readonly comment?: string } => {
  const given = notes.filter((note) => note !== '');
  return given.length === 0 ? {} : { comment: given.join('\n') };
};
