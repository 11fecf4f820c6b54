/** A list of addends. A long one shows its first; a last row holds how many follow and their sum, and opens them. */
import { useLayoutEffect, useRef, useState } from 'react';
import type { Amount } from '../../../shared/numeric/fixed.ts';
import type { WhySubject } from '../../state/subject.ts';
import type { WhyContext } from './context.ts';
import { PartButton } from './Steps.tsx';

/** More are not read one by one. */
const AT_ONCE = 200;

export interface ListItem {
  readonly key: string;
  readonly name: string;
  readonly detail: string | null;
  readonly subject: WhySubject | null;
}
interface Props<T> {
  readonly items: readonly T[];
  readonly show: (item: T, index: number) => ListItem;
  readonly format: (amount: Amount) => string;
  readonly context: WhyContext;
}

export const LongList = <T extends { readonly amount: Amount }>({ items, show, format, context }: Props<T>) => {
  const [shown, setShown] = useState(AT_ONCE);
  const list = useRef<HTMLUListElement>(null);
  const opened = useRef<number | null>(null);
  // The row that was pressed is gone or further down: the focus goes to the first that it opened.
  useLayoutEffect(() => {
    if (opened.current !== null) list.current?.children[opened.current]?.querySelector('button')?.focus();
    opened.current = null;
  });
  const rest = items.slice(shown);
  const openRest = (): void => {
    opened.current = shown;
    setShown(shown + AT_ONCE);
  };
  return (
    <ul className="why-parts" ref={list}>
      {items.slice(0, shown).map((item, index) => {
        const { key, ...words } = show(item, index);
        return <PartButton key={key} {...words} value={format(item.amount)} onOpen={context.open} />;
      })}
      {rest.length === 0 ? null : (
        <li>
          <button type="button" className="why-part why-more" onClick={openRest}>
            <span className="why-part-name">{context.text('more', { count: rest.length })}</span>
            <span className="why-number">{format(rest.reduce((sum, { amount }) => sum + amount, 0n))}</span>
          </button>
        </li>
      )}
    </ul>
  );
};
