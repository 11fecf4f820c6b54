/** Drivers: the named assumptions of the scenario, which formulas in any option refer to. */
import { useMemo } from 'react';
import { SheetFrame } from '../../sheets/SheetFrame.tsx';
import { useApp } from '../../ui/appContext.tsx';
import { useTexts } from '../../ui/texts.ts';
import { createDriverHandlers } from './driverCommands.ts';
import { createDriverSource } from './driverSource.ts';
import { DRIVERS_TEXTS } from './texts.ts';

export const DriversSheet = () => {
  const stores = useApp();
  const t = useTexts(DRIVERS_TEXTS);
  const source = useMemo(() => createDriverSource(stores), [stores]);
  const handlers = useMemo(() => createDriverHandlers(stores), [stores]);
  return <SheetFrame sheet="drivers" label={t('title')} source={source} handlers={handlers} />;
};
