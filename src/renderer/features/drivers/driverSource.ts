/** The rows of the Drivers sheet straight from the stores, with what each value comes to and how often it is used. */
import { isFormula, sameName } from '../../../shared/formula/ast.ts';
import { completionsAt } from '../../../shared/formula/references.ts';
import type { GridSettings, Locale } from '../../../shared/ipc/contract.ts';
import { type Driver, type DriverValues, evaluateDrivers, readDrivers } from '../../../shared/scenario/drivers.ts';
import { cellNotes } from '../../../shared/scenario/notes.ts';
import { countUses, formatRatio } from '../../../shared/scenario/resolve.ts';
import type { Scenario } from '../../../shared/scenario/types.ts';
import { formulaSentence } from '../../../shared/wording/formulaSentences.ts';
import type { GridSource } from '../../grid/controller.ts';
import type { CellView, GridColumn, GridModel } from '../../grid/types.ts';
import { withNote } from '../../sheets/cells.ts';
import { followStores } from '../../sheets/followStores.ts';
import { arrangeColumns, COLLATOR, createArrangement, NO_SETTINGS } from '../../sheets/layout.ts';
import { memo } from '../../sheets/memo.ts';
import type { AppStores } from '../../ui/appContext.tsx';
import { groupDigits } from '../../ui/format.ts';
import { type Translate, translate } from '../../ui/texts.ts';
import { DRIVERS_TEXTS, type DriversTextKey } from './texts.ts';

const RESULT_DECIMALS = 6;
const NOTHING: CellView = { text: '', tone: 'computed' };

export const createDriverSource = ({ document, ui }: Pick<AppStores, 'document' | 'ui'>): GridSource<Driver> => {
  const arrange = createArrangement<Driver>((a, b) => COLLATOR.compare(a, b));
  const shownColumns = memo((locale: Locale, settings: GridSettings) => arrangeColumns(columnsOf(locale), settings));
  const wholeModel = memo((scenario: Scenario, locale: Locale) => modelOf(scenario, locale));
  const model = memo(
    (whole: WholeModel, columns: readonly GridColumn[], settings: GridSettings, filter: string): GridModel<Driver> => ({
      ...whole,
      columns,
      ...arrange({
        rows: whole.rows,
        sort: settings.sort ?? null,
        filter,
        value: whole.value,
        text: (row) => columns.map(({ id }) => whole.cell(row, id).text).join(' '),
      }),
    }),
  );
  return {
    get: () => {
      const scenario = document.store.getState()?.scenario;
      const { locale, grids, filters } = ui.getState();
      if (scenario === undefined) throw new Error('no document is open');
      const settings = grids.drivers ?? NO_SETTINGS;
      return model(wholeModel(scenario, locale), shownColumns(locale, settings), settings, filters.drivers ?? '');
    },
    subscribe: followStores({ document, ui }),
  };
};

/** All drivers in their own order. */
type WholeModel = Omit<GridModel<Driver>, 'columns' | 'places'>;

const columnsOf = (locale: Locale): readonly GridColumn[] => {
  const t = translate(DRIVERS_TEXTS, locale);
  const text = { align: 'left', editor: 'text' } as const;
  return [
    { id: 'name', header: t('name'), headerTitle: t('nameTitle'), width: 220, ...text, pinned: 'left' },
    { id: 'value', header: t('value'), headerTitle: t('valueTitle'), width: 240, align: 'right', editor: 'text' },
    { id: 'result', header: t('result'), width: 150, align: 'right', editor: 'none' },
    { id: 'unit', header: t('unit'), width: 120, ...text },
    { id: 'used', header: t('used'), headerTitle: t('usedTitle'), width: 90, align: 'right', editor: 'none' },
    { id: 'note', header: t('note'), width: 320, ...text },
  ];
};

const modelOf = (scenario: Scenario, locale: Locale): WholeModel => {
  const t = translate(DRIVERS_TEXTS, locale);
  const rows = readDrivers(scenario.drivers);
  const values = evaluateDrivers(scenario.drivers);
  const names = rows.map(({ name }) => name);
  const uses = countUses(scenario);
  const isBad = ({ name }: Driver): boolean => values.find(sameName(name))?.ok === false;
  const cell = (row: Driver, column: string): CellView => withNote(cellOf({ row, column, values, uses, locale }), cellNotes(row)[column]);
  return {
    rows,
    cell,
    rowTone: (row) => (isBad(row) ? 'bad' : null),
    blank: (column) => blankCell(column, t),
    total: () => ({ text: '', tone: 'total' }),
    choices: () => [],
    raw: (row, column) => (column === 'result' || column === 'used' ? '' : textOf(row, column)),
    value: (row, column) => (column === 'result' ? resultText(row, values) : cell(row, column).text.replaceAll(',', '')),
    note: (row, column) => cellNotes(row)[column] ?? '',
    complete: (column, text, caret) => (column === 'value' ? completionsAt(text, caret, names) : null),
  };
};

const blankCell = (column: string, t: Translate<DriversTextKey>): CellView => {
  if (column === 'name') return { text: t('addHint'), tone: 'hint', edit: '' };
  return column === 'result' || column === 'used' ? NOTHING : { text: '', tone: 'typed' };
};

const textOf = (row: Driver, column: string): string => {
  const text: unknown = Reflect.get(row, column);
  return typeof text === 'string' ? text : '';
};

const resultText = ({ name }: Driver, values: DriverValues): string => {
  const value = values.find(sameName(name));
  return value?.ok === true ? formatRatio(value.value, RESULT_DECIMALS) : '';
};

interface CellInput {
  readonly row: Driver;
  readonly column: string;
  readonly values: DriverValues;
  readonly uses: ReadonlyMap<string, number>;
  readonly locale: Locale;
}

const cellOf = ({ row, column, values, uses, locale }: CellInput): CellView => {
  switch (column) {
    case 'value': {
      const value = values.find(sameName(row.name));
      const view: CellView = { text: isFormula(row.value) ? row.value : groupDigits(row.value), edit: row.value, tone: 'typed' };
      if (value === undefined || value.ok) return view;
      const { error } = value;
      return { ...view, tone: 'bad', problem: () => formulaSentence(error, row.value, locale) };
    }
    case 'result': {
      const text = resultText(row, values);
      return text === '' ? { text: '—', tone: 'computed' } : { text: groupDigits(text), tone: 'computed' };
    }
    case 'used':
      return { text: String(uses.get(sameName(row.name)) ?? 0), tone: 'computed' };
    default:
      return { text: textOf(row, column), tone: 'typed' };
  }
};
