import type { RememberedMapping } from '../../shared/importing/mapping.ts';
import type { Locale } from '../../shared/ipc/contract.ts';
import type { Connection } from './connection.ts';

type Key = 'locale' | 'lastScenario' | 'importMappings';

const get = (connection: Connection, key: Key): string | null =>
  connection.query<{ readonly value: string }>('SELECT value FROM settings WHERE key = ?').get(key)?.value ?? null;

const set = (connection: Connection, key: Key, value: string): void => {
  connection.run('INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value', key, value);
};

/** null: never chosen, follow the system. */
export const getLocale = (connection: Connection): Locale | null => {
  const value = get(connection, 'locale');
  return value === 'zh-CN' || value === 'en' ? value : null;
};
export const setLocale = (connection: Connection, locale: Locale): void => set(connection, 'locale', locale);

/** The scenario that was open last; it may be deleted since. */
export const getLastScenario = (connection: Connection): string | null => get(connection, 'lastScenario');
export const setLastScenario = (connection: Connection, id: string): void => set(connection, 'lastScenario', id);

const MOST_MAPPINGS = 50;

/** The last one first. Written by rememberMapping only. */
export const getImportMappings = (connection: Connection): readonly RememberedMapping[] =>
  JSON.parse(get(connection, 'importMappings') ?? '[]') as readonly RememberedMapping[];

/** One for each shape, the last fifty shapes. */
export const rememberImportMapping = (connection: Connection, remembered: RememberedMapping): void => {
  const others = getImportMappings(connection).filter(({ shape }) => shape !== remembered.shape);
  set(connection, 'importMappings', JSON.stringify([remembered, ...others].slice(0, MOST_MAPPINGS)));
};
