/** Left zone: what exists. Scenarios with a search over their names, and the price-book editions. */
import { type KeyboardEvent, useRef, useState } from 'react';
import { SEARCH_FIELD } from '../../actions/focus.ts';
import { useActions } from '../../actions/useActions.tsx';
import { useCatalog } from '../../ui/appContext.tsx';
import { Button } from '../../ui/controls/Button.tsx';
import { Menu } from '../../ui/controls/Menu.tsx';
import { keysName } from '../../ui/keys.ts';
import { useTexts } from '../../ui/texts.ts';
import { EditionList } from './EditionList.tsx';
import { ScenarioItem } from './ScenarioItem.tsx';
import './scenarios.css';
import { SCENARIO_TEXTS } from './texts.ts';

export const ScenarioPanel = () => {
  const text = useTexts(SCENARIO_TEXTS);
  const { scenarios: actions } = useActions();
  const [query, setQuery] = useState('');
  const zone = useRef<HTMLElement>(null);
  const found = useFound(query);
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.nativeEvent.isComposing) return;
    const [first] = found;
    if (event.key === 'Escape') setQuery('');
    if (event.key === 'Enter' && first !== undefined) void actions.open(first.id);
    if (event.key === 'ArrowDown') {
      event.preventDefault();
      zone.current?.querySelector<HTMLElement>('.item-main')?.focus();
    }
  };
  return (
    <nav ref={zone} className="zone-left" aria-label={text('zone')} onKeyDown={moveInList}>
      <input
        id={SEARCH_FIELD}
        type="search"
        className="text-input zone-search"
        placeholder={text('search', { keys: keysName('Ctrl+P') })}
        aria-label={text('searchLabel')}
        value={query}
        onChange={(event) => setQuery(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <div className="zone-head">
        <h2>{text('scenarios')}</h2>
        <AddMenu />
      </div>
      <ul className="zone-list">
        {found.map((summary) => (
          <ScenarioItem key={summary.id} summary={summary} />
        ))}
      </ul>
      {found.length === 0 ? (
        <div className="zone-empty">
          <p>{text('noMatch', { query })}</p>
          <Button onClick={() => setQuery('')}>{text('showAll')}</Button>
        </div>
      ) : null}
      <EditionList />
    </nav>
  );
};

const useFound = (query: string) => {
  const scenarios = useCatalog((catalog) => catalog.scenarios);
  const words = query.normalize('NFKC').toLowerCase().split(/\s+/).filter(Boolean);
  return scenarios.filter(({ name }) => {
    const text = name.normalize('NFKC').toLowerCase();
    return words.every((word) => text.includes(word));
  });
};

const AddMenu = () => {
  const text = useTexts(SCENARIO_TEXTS);
  const { scenarios } = useActions();
  return (
    <Menu
      label={text('add')}
      icon="plus"
      entries={[
        { label: text('newBlank'), icon: 'plus', keys: keysName('Ctrl+N'), run: () => scenarios.create('blank') },
        { label: text('newSample'), icon: 'copy', keys: keysName('Ctrl+Shift+N'), run: () => scenarios.create('sample') },
      ]}
    />
  );
};

/** Arrow keys go through the names of both lists; Tab reaches the actions of each. */
const moveInList = (event: KeyboardEvent<HTMLElement>): void => {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0 || !(event.target instanceof HTMLElement) || !event.target.classList.contains('item-main')) return;
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>('.item-main')];
  const next = items[items.indexOf(event.target) + step];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
};
