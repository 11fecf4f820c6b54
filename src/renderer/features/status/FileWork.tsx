/** The file that is being written, and the one that is being read. */
import { useActions } from '../../actions/useActions.tsx';
import { useUi } from '../../ui/appContext.tsx';
import { useTexts } from '../../ui/texts.ts';
import { STATUS_TEXTS } from './texts.ts';
import { WorkBar } from './WorkBar.tsx';

const PER_CENT = 10;

export const ExportBar = () => {
  const text = useTexts(STATUS_TEXTS);
  const { workbook } = useActions();
  const exporting = useUi((ui) => ui.exporting);
  return (
    <WorkBar
      work={
        exporting && {
          kind: 'export',
          name: text('exporting', { file: exporting.file }),
          share: exporting.share,
          detail: text('percent', { share: String(Math.floor(exporting.share / PER_CENT)) }),
        }
      }
      stopLabel={text('stopExport')}
      stopHint={text('stopExportHint')}
      onStop={() => void workbook.cancelExport()}
    />
  );
};

/** How far the parser is in a file nobody knows: the bar says which step it is. */
export const ReadingBar = () => {
  const text = useTexts(STATUS_TEXTS);
  const { importing } = useActions();
  const reading = useUi((ui) => ui.reading);
  return (
    <WorkBar
      work={
        reading && {
          kind: 'import',
          name: text(reading.step, { file: reading.file }),
          share: null,
          detail: reading.count === 1 ? '' : text('fileOf', { number: reading.number, count: reading.count }),
        }
      }
      stopLabel={text('stopImport')}
      stopHint={text('stopImportHint')}
      onStop={() => void importing.cancel()}
    />
  );
};
