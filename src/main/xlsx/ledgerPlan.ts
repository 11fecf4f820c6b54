/**
 * Where each ledger entry stands, known before a row is written: Summary comes first in the file and refers to the ledger.
 * A ledger of more than a million entries goes on on a second sheet; the entries of one line stay together.
 */
import { ledgerMonths } from '../../shared/billing/ledger.ts';
import { SHEETS, type SheetId } from '../../shared/scenario/types.ts';
import { HEADER_ROW } from './columns.ts';
import type { BilledOption, ExportContext } from './exportContext.ts';
import { type LedgerEntry, nodeEntries, packEntries, usageEntries } from './ledger.ts';
import { type FindLive, makeFindLive } from './liveUsage.ts';
import { sheetReference } from './model.ts';
import { SHEET_NAMES } from './texts.ts';

const FIRST_ROW = HEADER_ROW + 1;
/** Excel ends at 1,048,576. */
const LAST_ROW = 1_000_000;

export interface LedgerPart {
  readonly name: string;
  /** 1-based, included; the header's row where the part is empty */
  readonly lastRow: number;
  readonly entries: () => Generator<LedgerEntry>;
}
export interface LedgerPlan {
  /** usage lines whose entries follow their inputs */
  readonly findLive: FindLive;
  readonly parts: readonly LedgerPart[];
  /** absolute ranges of a column, one for each part: ('J') -> [`'Ledger'!$J$4:$J$99`] */
  readonly columnRanges: (letters: string) => readonly string[];
  /** range of a line's entries in a column, null where it has none */
  readonly lineRange: (option: BilledOption, line: string, letters: string) => string | null;
}

interface Block {
  readonly option: BilledOption;
  readonly sheet: SheetId;
  readonly index: number;
  readonly id: string;
}
interface DraftPart {
  readonly name: string;
  readonly blocks: Block[];
  lastRow: number;
}

export const planLedger = (context: ExportContext): LedgerPlan => {
  const findLive = makeFindLive(context);
  const drafts: DraftPart[] = [makeDraft(context, 0)];
  const places = new Map<string, { readonly part: string; readonly first: number; readonly last: number }>();
  for (const block of allBlocks(context)) {
    const count = ledgerMonths(block.option.bill, { sheet: block.sheet, line: block.id }, context.months).length;
    if (count === 0) continue;
    let part = drafts.at(-1);
    if (part === undefined || part.lastRow + count > LAST_ROW) {
      part = makeDraft(context, drafts.length);
      drafts.push(part);
    }
    places.set(placeKey(block.option, block.id), { part: part.name, first: part.lastRow + 1, last: part.lastRow + count });
    part.lastRow += count;
    part.blocks.push(block);
  }
  return {
    findLive,
    parts: drafts.map(({ name, lastRow, blocks }) => ({ name, lastRow, entries: () => entriesOf(context, findLive, blocks) })),
    columnRanges: (letters) =>
      drafts.map(({ name, lastRow }) => `${sheetReference(name)}$${letters}$${FIRST_ROW}:$${letters}$${Math.max(FIRST_ROW, lastRow)}`),
    lineRange: (option, line, letters) => {
      const place = places.get(placeKey(option, line));
      return place === undefined ? null : `${sheetReference(place.part)}$${letters}$${place.first}:$${letters}$${place.last}`;
    },
  };
};

const makeDraft = (context: ExportContext, index: number): DraftPart => ({
  name: index === 0 ? SHEET_NAMES.ledger[context.locale] : `${SHEET_NAMES.ledger[context.locale]} ${index + 1}`,
  blocks: [],
  lastRow: HEADER_ROW,
});

const placeKey = (option: BilledOption, line: string): string => `${option.number} ${line}`;

const allBlocks = function* (context: ExportContext): Generator<Block> {
  for (const option of context.options) {
    for (const sheet of SHEETS) {
      for (const [index, line] of option.option[sheet].entries()) yield { option, sheet, index, id: line.id };
    }
  }
};

const entriesOf = function* (context: ExportContext, findLive: FindLive, blocks: readonly Block[]): Generator<LedgerEntry> {
  for (const { option, sheet, index } of blocks) {
    const row = context.rowOf(sheet, option.number, index);
    const node = sheet === 'nodes' ? option.option.nodes[index] : undefined;
    const usage = sheet === 'usage' ? option.option.usage[index] : undefined;
    const pack = sheet === 'packs' ? option.option.packs[index] : undefined;
    if (node !== undefined) yield* nodeEntries(context, option, node, row);
    if (usage !== undefined) yield* usageEntries({ context, findLive, option, line: usage, row });
    if (pack !== undefined) yield* packEntries(context, option, pack, row);
  }
};
