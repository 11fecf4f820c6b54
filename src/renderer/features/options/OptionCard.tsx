/** One option: its name, the compared total in large, the other totals, and what they mean beside the other options'. */
import { type MouseEvent, useEffect, useRef, useState } from 'react';
import type { OptionBill } from '../../../shared/billing/bill.ts';
import type { CompareBy } from '../../../shared/compare/compareOptions.ts';
import type { OptionVerdict } from '../../../shared/compare/optionVerdict.ts';
import type { Option } from '../../../shared/scenario/types.ts';
import { useActions } from '../../actions/useActions.tsx';
import { Badge } from '../../ui/controls/Badge.tsx';
import { TextField } from '../../ui/controls/TextField.tsx';
import { MONTH_KEYS } from '../../ui/report/amounts.ts';
import { optionColorName } from '../../ui/report/OptionName.tsx';
import { useTexts } from '../../ui/texts.ts';
import { useFocusAfter } from '../../ui/useFocusAfter.ts';
import { OptionMenu } from './OptionMenu.tsx';
import { OwnRulesMark } from './OwnRulesMark.tsx';
import { TierClockNote } from './TierClockNote.tsx';
import { type CardTotal, TotalButton } from './TotalButton.tsx';
import { OPTION_TEXTS } from './texts.ts';
import { VerdictLine } from './VerdictLine.tsx';

/** Numbers lead to their origin, and bring the option into view too. */
const OTHER_CONTROLS = 'button:not([data-total], [data-why-link], [data-tier-clock]), input, [popover]';
const TOTALS: readonly CardTotal[] = [...MONTH_KEYS, 'prepaidBalance'];

interface Props {
  readonly option: Option;
  readonly bill: OptionBill;
  readonly index: number;
  readonly inView: boolean;
  readonly isBaseline: boolean;
  readonly isOnly: boolean;
  readonly by: CompareBy;
  readonly verdict: OptionVerdict;
}

export const OptionCard = (props: Props) => {
  const { option, bill, index, inView, by, verdict } = props;
  const { options } = useActions();
  // Anywhere on the card, its totals too: what is explained is then also in view. Other controls keep their own meaning.
  const onClick = (event: MouseEvent<HTMLElement>): void => {
    const onControl = event.target instanceof Element && event.target.closest(OTHER_CONTROLS) !== null;
    if (!onControl) options.view(option.id);
  };
  const card = useRef<HTMLElement>(null);
  useEffect(() => {
    if (inView) card.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [inView]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the card's name is a button that does the same
    <section
      ref={card}
      className="card"
      data-option={option.id}
      data-complete={bill.complete}
      data-in-view={inView}
      aria-label={`${option.id} ${option.name}`}
      data-color={optionColorName(index).slice(-1)}
      onClick={onClick}
    >
      <CardHead {...props} />
      <div className="card-answer">
        <TotalButton option={option.id} total={by} totals={bill.totals} big />
        <CardBadges {...props} />
        <VerdictLine option={option} bill={bill} verdict={verdict} />
        <TierClockNote option={option.id} by={by} />
        <OwnRulesMark option={option} />
      </div>
      <div className="card-totals">
        {TOTALS.filter((total) => total !== by).map((total) => (
          <TotalButton key={total} option={option.id} total={total} totals={bill.totals} />
        ))}
      </div>
    </section>
  );
};

const CardHead = ({ option, inView, isBaseline, isOnly }: Props) => {
  const text = useTexts(OPTION_TEXTS);
  const { options } = useActions();
  const [renaming, setRenaming] = useState(false);
  const name = useFocusAfter<HTMLButtonElement>(renaming);
  const rename = (typed: string): string | null => {
    if (typed.trim() === '') return text('nameRefused');
    setRenaming(false);
    return options.rename(option.id, typed) === null ? null : text('nameRefused');
  };
  return (
    <header className="card-head">
      <i className="card-letter" aria-hidden="true">
        {option.id}
      </i>
      {renaming ? (
        <TextField
          className="card-rename"
          label={text('name')}
          value={option.name}
          autoSelect
          onCommit={rename}
          onCancel={() => setRenaming(false)}
        />
      ) : (
        <button
          ref={name}
          type="button"
          className="card-name"
          aria-current={inView}
          title={option.name}
          onClick={() => options.view(option.id)}
          onDoubleClick={() => setRenaming(true)}
        >
          <span className="visually-hidden">{option.id} </span>
          {option.name}
        </button>
      )}
      <OptionMenu option={option} isBaseline={isBaseline} isOnly={isOnly} onRename={() => setRenaming(true)} />
    </header>
  );
};

const CardBadges = ({ isBaseline, isOnly, verdict }: Props) => {
  const text = useTexts(OPTION_TEXTS);
  return (
    <>
      {verdict.kind === 'lowest' || verdict.kind === 'tied' ? (
        <Badge tone="good">{text(verdict.kind === 'lowest' ? 'lowest' : 'tied')}</Badge>
      ) : null}
      {verdict.kind === 'incomplete' ? <Badge tone="neutral">{text('notCompared')}</Badge> : null}
      {isBaseline && !isOnly ? <Badge tone="neutral">{text('isBaseline')}</Badge> : null}
    </>
  );
};
