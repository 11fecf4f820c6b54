/** From a number to the line that it comes from. */
import type { SheetId } from '../../../shared/scenario/types.ts';
import type { UiStore } from '../../state/ui.ts';

export const revealLine = (
  ui: UiStore,
  {
    option,
    sheet,
    line,
    column = 'sku',
  }: { readonly option: string; readonly sheet: SheetId; readonly line: string; readonly column?: string },
): void => ui.setState({ option, sheet, edition: null, reveal: { sheet, row: line, column } });
