/** What main tells of a running export -> the bar that says so. An export that is over in a moment shows none. */
import type { ExportProgress } from '../../shared/ipc/contract.ts';
import type { UiStore } from '../state/ui.ts';

/** Main tells some ten times a second. */
const TOLD_IN_A_MOMENT = 5;
const HALF = 500;

export const showExportProgress = (ui: UiStore): ((progress: ExportProgress | null) => void) => {
  let told = 0;
  return (progress) => {
    if (progress === null) {
      told = 0;
      if (ui.getState().exporting !== null) ui.setState({ exporting: null });
      return;
    }
    told += 1;
    const isLong = told === TOLD_IN_A_MOMENT && progress.share < HALF;
    if (isLong || ui.getState().exporting !== null) ui.setState({ exporting: progress });
  };
};
