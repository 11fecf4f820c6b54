/** Start month, horizon and price book of the scenario. */
import { addMonthsToMonth, isMonth } from '../../../shared/time/calendar.ts';
import { useActions } from '../../actions/useActions.tsx';
import { useDocument } from '../../ui/appContext.tsx';
import { Select } from '../../ui/controls/Select.tsx';
import { TextField } from '../../ui/controls/TextField.tsx';
import { useTexts } from '../../ui/texts.ts';
import { useEditions } from '../../ui/useEditions.ts';
import { HEADER_TEXTS } from './texts.ts';

const stepMonth = (month: string, by: 1 | -1): string | null => (isMonth(month) ? addMonthsToMonth(month, by) : null);
const stepNumber = (text: string, by: 1 | -1): string | null => (/^\d{1,3}$/.test(text) ? String(Number(text) + by) : null);

export const HorizonFields = () => {
  const text = useTexts(HEADER_TEXTS);
  const { settings } = useActions();
  const startMonth = useDocument((document) => document.scenario.startMonth);
  const months = useDocument((document) => document.scenario.months);
  return (
    <>
      <TextField
        className="header-start"
        label={text('start')}
        showLabel
        value={startMonth}
        title={text('startHint')}
        onStep={stepMonth}
        onCommit={(value) => (settings.setStartMonth(value) === null ? null : text('startRefused', { value }))}
      />
      <TextField
        className="header-months"
        label={text('months')}
        showLabel
        value={String(months)}
        suffix={text('monthsSuffix')}
        title={text('monthsHint')}
        onStep={stepNumber}
        onCommit={(value) => (settings.setMonths(value) === null ? null : text('monthsRefused', { value }))}
      />
      <EditionSelect />
    </>
  );
};

const EditionSelect = () => {
  const text = useTexts(HEADER_TEXTS);
  const { settings } = useActions();
  const edition = useDocument((document) => document.scenario.priceBook);
  const { editions, titleOf } = useEditions();
  const current = editions.find((summary) => summary.edition === edition);
  return (
    <Select
      label={text('edition')}
      value={edition}
      title={current === undefined ? edition : text('editionHint', { title: titleOf(current), date: current.effectiveFrom })}
      choices={editions.map((summary) => ({ value: summary.edition, label: `${titleOf(summary)} · ${summary.effectiveFrom}` }))}
      onChange={settings.choosePriceBook}
    />
  );
};
