/** A workbook that was exported from a scenario here: what a colleague changed in it, before any of it is taken. */
import type { ImportedFile } from '../../../shared/ipc/importing.ts';
import { type LineChange, type Rebased, rebaseChanges } from '../../../shared/scenario/diff.ts';
import type { FieldText } from '../../../shared/scenario/types.ts';
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

export const ChangesView = ({ file }: { readonly file: Extract<ImportedFile, { kind: 'scenario' }> }) => {
  const text = useTexts(IMPORT_TEXTS);
  const { importing: actions } = useActions();
  const current = useDocument((document) => (document.id === file.origin?.id ? document.scenario : null));
  const changes = file.origin?.changes ?? [];
  const conflicts = current === null ? new Map() : rebaseChanges(changes, current).conflicts;
  return (
    <div className="import-body">
      <p className="import-note">
        <b>{text('changesTitle', { name: file.origin?.name ?? file.name })}</b>{' '}
        {changes.length === 0 && file.origin?.hasOtherDrivers !== true ? text('changesNone') : text('changesHint')}
      </p>
      {file.origin?.hasOtherDrivers === true ? <p className="import-note import-warn">{text('otherDrivers')}</p> : null}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by keyboard */}
      <section className="import-table" tabIndex={0} aria-label={text('changesTitle', { name: file.name })}>
        {changes.length === 0 ? null : <ChangesTable changes={changes.slice(0, MOST_SHOWN)} conflicts={conflicts} />}
      </section>
      <footer className="import-foot">
        <Button onClick={() => actions.close(file.id)}>{text('cancel')}</Button>
        <Button onClick={() => void actions.open(file.id)}>{text('openNew')}</Button>
        <Button kind="primary" disabled={changes.length === 0} onClick={() => void actions.takeChanges(file.id)}>
          {text('apply', { count: changes.length })}
        </Button>
      </footer>
    </div>
  );
};

interface TableProps {
  readonly changes: readonly LineChange[];
  readonly conflicts: Rebased['conflicts'];
}

const ChangesTable = ({ changes, conflicts }: TableProps) => {
  const text = useTexts(IMPORT_TEXTS);
  const locale = useUi((ui) => ui.locale);
  const sheet = useTexts(SHEET_TEXTS);
  const shown = (value: FieldText): string => (value === null || value === '' ? text('empty') : value);
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
        {changes.flatMap((change, at) => {
          const conflict = conflicts.get(at);
          return rowsOf(change).map(({ field, before, after }, row) => (
            <tr key={`${change.option} ${change.sheet} ${change.line.id} ${field}`} data-change={change.kind}>
              <td>{row === 0 ? <Badge tone={TONES[change.kind]}>{text(change.kind)}</Badge> : null}</td>
              <td>{row === 0 ? change.option : ''}</td>
              <th scope="row">{row === 0 ? `${sheet(change.sheet)} ${change.line.id}` : ''}</th>
              <td>{fieldName(field, locale)}</td>
              <td className="import-before">{change.kind === 'added' ? '' : shown(before)}</td>
              <td>
                {change.kind === 'removed' ? '' : shown(after)}
                {conflict === undefined ? null : (
                  <span className="import-conflict">
                    {conflict.kind === 'both'
                      ? field in conflict.ours
                        ? text('both', { ours: shown(conflict.ours[field] ?? null) })
                        : ''
                      : text(conflict.kind)}
                  </span>
                )}
              </td>
            </tr>
          ));
        })}
      </tbody>
    </table>
  );
};

/** A new or removed line by what it is, a changed one by its fields. */
const rowsOf = (change: LineChange): readonly { readonly field: string; readonly before: FieldText; readonly after: FieldText }[] =>
  change.kind === 'changed' ? change.fields : [{ field: 'sku', before: change.line.sku, after: change.line.sku }];
