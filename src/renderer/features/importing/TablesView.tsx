/** A table of another maker: what its columns are, what its rows become, and what is wrong with them. */
import { useState } from 'react';
import { IMPORT_TARGETS, type ImportTarget } from '../../../shared/importing/fields.ts';
import type { Mapping } from '../../../shared/importing/mapping.ts';
import type { ImportedFile } from '../../../shared/ipc/importing.ts';
import { useActions } from '../../actions/useActions.tsx';
import { useDocument, useUi } from '../../ui/appContext.tsx';
import { Button } from '../../ui/controls/Button.tsx';
import { Segmented } from '../../ui/controls/Segmented.tsx';
import { useTexts } from '../../ui/texts.ts';
import { PreviewTable } from './PreviewTable.tsx';
import { ProblemList } from './ProblemList.tsx';
import { IMPORT_TEXTS } from './texts.ts';
import { UnknownItems } from './UnknownItems.tsx';

type TablesFile = Extract<ImportedFile, { kind: 'tables' }>;

export const TablesView = ({ file }: { readonly file: TablesFile }) => {
  const text = useTexts(IMPORT_TEXTS);
  const { importing: actions } = useActions();
  const { preview } = file;
  // What has just been chosen stands at once; the rows and columns that it leads to come with main's answer.
  const [chosen, setChosen] = useState<Mapping | null>(null);
  const [answered, setAnswered] = useState(preview);
  if (answered !== preview) {
    setAnswered(preview);
    setChosen(null);
  }
  const mapping = chosen ?? preview?.mapping ?? emptyMapping(file);
  const remap = (change: Partial<Mapping>, guessColumns: boolean): void => {
    const next = { ...mapping, ...change };
    setChosen(next);
    void actions.remap(file.id, next, guessColumns);
  };
  return (
    <div className="import-body">
      <Settings file={file} mapping={mapping} remap={remap} />
      {preview === null ? <p className="import-note">{text('nothingKnown')}</p> : null}
      {preview === null ? null : (
        <div className="import-panes">
          <PreviewTable preview={preview} onColumns={(columns) => remap({ columns }, false)} />
          <aside className="import-side">
            <UnknownItems preview={preview} onChoose={(item, sku) => remap({ skus: { ...mapping.skus, [item]: sku } }, false)} />
            <ProblemList preview={preview} />
          </aside>
        </div>
      )}
      <Foot file={file} />
    </div>
  );
};

const emptyMapping = ({ tables }: TablesFile): Mapping => ({
  table: tables[0]?.name ?? '',
  headerRow: 1,
  target: 'usage',
  columns: [],
  skus: {},
});

interface SettingsProps {
  readonly file: TablesFile;
  readonly mapping: Mapping;
  readonly remap: (change: Partial<Mapping>, guessColumns: boolean) => void;
}

const Settings = ({ file, mapping, remap }: SettingsProps) => {
  const text = useTexts(IMPORT_TEXTS);
  const option = useUi((ui) => ui.option);
  const name = useDocument((document) => document.scenario.options.find(({ id }) => id === option)?.name ?? option);
  const edition = useDocument((document) => document.scenario.priceBook);
  const choices = IMPORT_TARGETS.map((target) => ({ value: target, label: text(target) }));
  return (
    <div className="import-settings">
      <label className="field">
        <span className="field-label">{text('sheet')}</span>
        <select
          className="import-select"
          value={mapping.table}
          onChange={(event) => remap({ table: event.target.value, headerRow: 1 }, true)}
        >
          {file.tables.map((table) => (
            <option key={table.name} value={table.name}>
              {text('sheetSize', { name: table.name, rows: table.rows })}
            </option>
          ))}
        </select>
      </label>
      <label className="field">
        <span className="field-label">{text('headerRow')}</span>
        <input
          className="text-input import-number"
          type="number"
          min={1}
          value={mapping.headerRow}
          onChange={(event) => {
            const headerRow = Number(event.target.value);
            if (Number.isInteger(headerRow) && headerRow >= 1) remap({ headerRow }, true);
          }}
        />
      </label>
      <span className="field-label">{text('target')}</span>
      <Segmented
        label={text('target')}
        value={mapping.target}
        choices={choices}
        onChange={(target: ImportTarget) => remap({ target }, true)}
      />
      <span className="import-into">
        {mapping.target === 'prices' ? text('intoBook', { edition }) : text('intoOption', { option: name })}
      </span>
    </div>
  );
};

const Foot = ({ file }: { readonly file: TablesFile }) => {
  const text = useTexts(IMPORT_TEXTS);
  const { importing: actions } = useActions();
  const busy = useUi((ui) => ui.importing?.busy === true);
  const good = file.preview?.good ?? 0;
  const bad = file.preview?.bad ?? 0;
  const label = file.preview?.mapping.target === 'prices' ? 'takePrices' : bad > 0 ? 'takeGood' : 'take';
  return (
    <footer className="import-foot">
      <span className="import-counts" role="status">
        {file.preview === null ? '' : text('counts', { good, bad, skipped: file.preview.skipped })}
      </span>
      <Button onClick={() => actions.close(file.id)}>{text('cancel')}</Button>
      <Button kind="primary" disabled={good === 0 || busy} onClick={() => void actions.take(file.id)}>
        {text(label, { good })}
      </Button>
    </footer>
  );
};
