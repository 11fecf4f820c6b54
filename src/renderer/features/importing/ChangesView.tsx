/** A workbook that was exported from a scenario here: what a colleague changed in it, before any of it is taken. */
import { useMemo } from 'react';
import type { ImportedFile } from '../../../shared/ipc/importing.ts';
import type { LineChange } from '../../../shared/scenario/diff.ts';
import type { DriverChange, DriverConflict } from '../../../shared/scenario/diffDrivers.ts';
import { type ScenarioChanges, type TakenChanges, takeChanges } from '../../../shared/scenario/takeChanges.ts';
import type { FieldText, SheetId } from '../../../shared/scenario/types.ts';
import { fieldName, SHEET_TEXTS } from '../../../shared/wording/fieldTexts.ts';
import { useActions } from '../../actions/useActions.tsx';
import { useDocument, useUi } from '../../ui/appContext.tsx';
import { Badge, type Tone } from '../../ui/controls/Badge.tsx';
import { Button } from '../../ui/controls/Button.tsx';
import { useTexts } from '../../ui/texts.ts';
import { IMPORT_TEXTS } from './texts.ts';

const TONES: Readonly<Record<LineChange['kind'], Tone>> = { added: 'good', changed: 'accent', removed: 'bad' };
/** More rows than a person reads; all are taken. */
const MOST_SHOWN = 500;
const NO_CHANGES: ScenarioChanges = { lines: [], drivers: [] };

export const ChangesView = ({ file }: { readonly file: Extract<ImportedFile, { kind: 'scenario' }> }) => {
  const text = useTexts(IMPORT_TEXTS);
  const { importing: actions } = useActions();
  const current = useDocument((document) => (document.id === file.origin?.id ? document.scenario : null));
  const changes = file.origin?.changes ?? NO_CHANGES;
  const taken = useMemo(() => (current === null ? null : takeChanges(changes, current)), [changes, current]);
  const rows = changeRows(changes, taken?.ok === true ? taken.value : null);
  return (
    <div className="import-body">
      <p className="import-note">
        <b>{text('changesTitle', { name: file.origin?.name ?? file.name })}</b> {text(rows.length === 0 ? 'changesNone' : 'changesHint')}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by keyboard */}
      <section className="import-table" tabIndex={0} aria-label={text('changesTitle', { name: file.name })}>
        {rows.length === 0 ? null : <ChangesTable rows={rows.slice(0, MOST_SHOWN)} />}
      </section>
      <footer className="import-foot">
        <Button onClick={() => actions.close(file.id)}>{text('cancel')}</Button>
        <Button onClick={() => void actions.open(file.id)}>{text('openNew')}</Button>
        <Button kind="primary" disabled={rows.length === 0} onClick={() => void actions.takeChanges(file.id)}>
          {text('apply', { count: rows.length })}
        </Button>
      </footer>
    </div>
  );
};

/** One changed row of a sheet. */
interface ChangeRow {
  readonly kind: LineChange['kind'];
  readonly sheet: SheetId | 'drivers';
  /** null: it belongs to all of them */
  readonly option: string | null;
  readonly name: string;
  readonly fields: readonly { readonly field: string; readonly before: FieldText; readonly after: FieldText }[];
  readonly conflict: DriverConflict | undefined;
}

const changeRows = ({ drivers, lines }: ScenarioChanges, taken: TakenChanges | null): readonly ChangeRow[] => [
  ...drivers.map((change, at): ChangeRow => {
    const { kind, driver } = change;
    return { kind, sheet: 'drivers', option: null, name: driver.name, fields: driverFields(change), conflict: taken?.drivers.get(at) };
  }),
  ...lines.map((change, at): ChangeRow => {
    const { kind, sheet, option, line } = change;
    return { kind, sheet, option, name: line.id, fields: lineFields(change), conflict: taken?.lines.get(at) };
  }),
];

/** A new or removed one by what it is, a changed one by its fields. */
const lineFields = (change: LineChange): ChangeRow['fields'] =>
  change.kind === 'changed' ? change.fields : [{ field: 'sku', before: change.line.sku, after: change.line.sku }];

const driverFields = (change: DriverChange): ChangeRow['fields'] =>
  change.kind === 'changed' ? change.fields : [{ field: 'value', before: change.driver.value, after: change.driver.value }];

const ChangesTable = ({ rows }: { readonly rows: readonly ChangeRow[] }) => {
  const text = useTexts(IMPORT_TEXTS);
  const locale = useUi((ui) => ui.locale);
  const sheetName = useTexts(SHEET_TEXTS);
  const shown = (value: FieldText): string => (value === null || value === '' ? text('empty') : value);
  const said = ({ kind, ours }: DriverConflict, field: string): string => {
    if (kind === 'named') return field === 'name' ? text('named') : '';
    if (kind !== 'both') return text(kind);
    return field in ours ? text('both', { ours: shown(ours[field] ?? null) }) : '';
  };
  return (
    <table className="import-changes">
      <thead>
        <tr>
          {(['what', 'option', 'line', 'fieldOf', 'before', 'after'] as const).map((key) => (
            <th key={key} scope="col">
              {text(key)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.flatMap(({ kind, sheet, option, name, fields, conflict }) =>
          fields.map(({ field, before, after }, at) => (
            <tr key={`${option} ${sheet} ${name} ${field}`} data-change={kind}>
              <td>{at === 0 ? <Badge tone={TONES[kind]}>{text(kind)}</Badge> : null}</td>
              <td>{at === 0 ? (option ?? text('allOptions')) : ''}</td>
              <th scope="row">{at === 0 ? `${sheetName(sheet)} ${name}` : ''}</th>
              <td>{fieldName(field, locale)}</td>
              <td className="import-before">{kind === 'added' ? '' : shown(before)}</td>
              <td>
                {kind === 'removed' ? '' : shown(after)}
                {conflict === undefined ? null : <span className="import-conflict">{said(conflict, field)}</span>}
              </td>
            </tr>
          )),
        )}
      </tbody>
    </table>
  );
};
