/** The ledger: every charge, purchase and share of an expense of one option, to be sorted, filtered, summed and copied. */
import { useMemo } from 'react';
import { listMonths } from '../../../shared/time/calendar.ts';
import { SheetFrame } from '../../sheets/SheetFrame.tsx';
import { readOnlyGestures, showSubject } from '../../sheets/viewGestures.ts';
import { useApp, useDocument, useUi } from '../../ui/appContext.tsx';
import { Select } from '../../ui/controls/Select.tsx';
import { useStoreState } from '../../ui/report/useStoreState.ts';
import { useTexts } from '../../ui/texts.ts';
import { fitsWhole } from './entries.ts';
import { createLedgerSource, type LedgerSource } from './ledgerSource.ts';
import './ledger.css';
import { LEDGER_TEXTS } from './texts.ts';
import { ledgerView } from './view.ts';

export const LedgerSheet = () => {
  const stores = useApp();
  const t = useTexts(LEDGER_TEXTS);
  const source = useMemo(() => createLedgerSource(stores), [stores]);
  const handlers = useMemo(() => {
    const { ui } = stores;
    return readOnlyGestures({ ui, sheet: 'ledger', explain: (cell, why) => showSubject(ui, source.subject(cell), why) });
  }, [stores, source]);
  return (
    <div className="ledger">
      <MonthBar source={source} />
      <SheetFrame sheet="ledger" label={t('title')} source={source} handlers={handlers} />
    </div>
  );
};

const MonthBar = ({ source }: { readonly source: LedgerSource }) => {
  const t = useTexts(LEDGER_TEXTS);
  const startMonth = useDocument(({ scenario }) => scenario.startMonth);
  const months = useDocument(({ scenario }) => scenario.months);
  // What is listed follows every edit, the option on screen and the chosen month.
  useDocument(({ bill }) => bill);
  useUi(({ option }) => option);
  useStoreState(ledgerView);
  const { count, month } = source.entries();
  const whole = fitsWhole(count);
  const choices = [
    ...(whole ? [{ value: '', label: t('allMonths') }] : []),
    ...listMonths(startMonth, months).map((each) => ({ value: each, label: each })),
  ];
  const words = t(whole ? 'count' : 'byMonth', { count });
  return (
    <div className="report-toolbar">
      <Select
        label={t('months')}
        value={month ?? ''}
        choices={choices}
        onChange={(chosen) => ledgerView.setState({ month: chosen === '' ? null : chosen })}
      />
      <span className="ledger-count">{count === 0 ? t('empty') : words}</span>
    </div>
  );
};
