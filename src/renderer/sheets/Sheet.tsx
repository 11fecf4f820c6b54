/** A sheet of lines: its columns as data, bound to the stores. */
import { useMemo } from 'react';
import type { SheetId } from '../../shared/scenario/types.ts';
import { useApp, useDocument } from '../ui/appContext.tsx';
import { createSheetHandlers } from './lineCommands.ts';
import { SheetFrame } from './SheetFrame.tsx';
import { createSheetSource } from './sheetSource.ts';
import type { SheetDefinition } from './types.ts';

const LONG_HORIZON = 24;

interface Props<S extends SheetId> {
  readonly definition: SheetDefinition<S>;
  readonly label: string;
}

export const Sheet = <S extends SheetId>({ definition, label }: Props<S>) => {
  const stores = useApp();
  const { sheet } = definition;
  // Whether all columns are kept in the page is decided when the grid opens.
  const long = useDocument(({ scenario }) => scenario.months > LONG_HORIZON);
  const source = useMemo(() => createSheetSource(stores, definition), [stores, definition]);
  const handlers = useMemo(() => createSheetHandlers({ stores, sheet, source }), [stores, sheet, source]);
  return <SheetFrame sheet={sheet} label={label} source={source} handlers={handlers} gridKey={String(long)} />;
};
