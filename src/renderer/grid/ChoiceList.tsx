/** The list to choose from, under the cell or above it where there is more room. */
import { useEffect, useRef } from 'react';
import type { Box, ChoiceState } from './gridState.ts';
import type { Choice, Mark } from './types.ts';
import './choiceList.css';

const LIST_HEIGHT = 348;
const GAP = 2;

export const CHOICE_LIST_ID = 'grid-choices';
export const choiceId = (index: number): string => `grid-choice-${index}`;

interface Props {
  readonly state: ChoiceState;
  /** of the cell */
  readonly box: Box;
  readonly nothingFound: string;
  readonly label: string;
  readonly onPick: (index: number) => void;
}

export const ChoiceList = ({ state, box, nothingFound, label, onPick }: Props) => {
  const list = useRef<HTMLDivElement>(null);
  const { items, highlighted } = state;
  useEffect(() => {
    list.current?.children[highlighted]?.scrollIntoView({ block: 'nearest' });
  }, [highlighted]);
  const wide = items.some((item) => item.detail !== undefined);
  const width = wide ? 520 : Math.max(box.width, 180);
  const below = window.innerHeight - box.bottom - GAP * 4;
  const above = below < 180 && box.top > below;
  const style = {
    left: Math.max(Math.min(box.left, window.innerWidth - width - 8), 8),
    width,
    maxHeight: Math.min(LIST_HEIGHT, above ? box.top - GAP * 4 : below),
    ...(above ? { bottom: window.innerHeight - box.top + GAP } : { top: box.bottom + GAP }),
  };
  if (items.length === 0) {
    return (
      <div className="grid-choices grid-choices-empty" style={style} data-popup>
        {nothingFound}
      </div>
    );
  }
  return (
    <div ref={list} className="grid-choices" style={style} data-popup id={CHOICE_LIST_ID} role="listbox" aria-label={label}>
      {items.map((item, index) => (
        <ChoiceRow key={item.value} item={item} index={index} selected={index === highlighted} onPick={onPick} />
      ))}
    </div>
  );
};

interface RowProps {
  readonly item: Choice;
  readonly index: number;
  readonly selected: boolean;
  readonly onPick: (index: number) => void;
}

/** Chosen with the mouse here, with the keys in the grid's text field, which keeps the focus. */
const ChoiceRow = ({ item, index, selected, onPick }: RowProps) => (
  <div
    id={choiceId(index)}
    className="grid-choice"
    role="option"
    aria-selected={selected}
    tabIndex={-1}
    data-value={item.value}
    onMouseDown={(event) => {
      event.preventDefault();
      onPick(index);
    }}
  >
    <span className="grid-choice-text">
      {item.text}
      {item.marks?.map((mark) => (
        <ChoiceMark key={mark.text} mark={mark} />
      ))}
    </span>
    {item.aside === undefined ? null : <span className="grid-choice-aside">{item.aside}</span>}
    {item.detail === undefined ? null : <span className="grid-choice-detail">{item.detail}</span>}
    {item.asideDetail === undefined ? null : <span className="grid-choice-detail grid-choice-aside-detail">{item.asideDetail}</span>}
  </div>
);

const ChoiceMark = ({ mark }: { readonly mark: Mark }) => (
  <span className={`grid-mark grid-mark-${mark.tone}`} title={mark.title}>
    {mark.text}
  </span>
);
