/**
 * The protection of a sheet, without a password: what is locked is locked against slips, not against people. The library writes it where
 * Excel calls the file damaged, so it is text of ours.
 *
 * Rule: 0 allows, and is written for everything that Excel itself then refuses with a reason (rows with a locked cell are neither deleted
 * nor sorted), because a greyed-out command gives none. Charts and comments stay free.
 * Source: ECMA-376 part 1, 18.3.1.85 (sheetProtection).
 */
import type { SheetModel } from './model.ts';

export const protectionXml = (lock: NonNullable<SheetModel['lock']>): string => {
  const rows = lock === 'lines' ? ' insertRows="0" deleteRows="0"' : '';
  return `<sheetProtection sheet="1" formatColumns="0" formatRows="0"${rows} sort="0" autoFilter="0"/>`;
};
