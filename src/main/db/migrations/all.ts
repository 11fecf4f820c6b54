import type { Migration } from '../migrate.ts';
import { createTables } from './0001-create-tables.ts';
import { addOverrides } from './0002-add-overrides.ts';
import { addDrivers } from './0003-add-drivers.ts';
import { createHistory } from './0004-create-history.ts';
import { addCellNotes } from './0005-add-cell-notes.ts';

/** In order, without holes; a released migration is never edited. */
export const MIGRATIONS: readonly Migration[] = [createTables, addOverrides, addDrivers, createHistory, addCellNotes];
