/** What an option's bill is made of: what the next bill keeps of it, and where issues are found. */
import type { ChunkedList } from '../core/chunkedList.ts';
import type { PackBill, UsageLineBill } from './bill.ts';
import type { BilledNode } from './billNode.ts';
import type { PackUse } from './billPack.ts';
import type { BurntOption } from './burnOption.ts';
import type { MonthSums } from './monthSums.ts';
import type { Pool } from './poolPacks.ts';
import type { UsablePack } from './read/readPack.ts';
import type { ReadOption } from './readOption.ts';

export interface OptionWork {
  readonly read: ReadOption;
  readonly nodes: readonly (BilledNode | null)[];
  readonly packs: readonly UsablePack[];
  readonly pool: Pool;
  readonly burnt: BurntOption;
  readonly usageBills: ChunkedList<UsageLineBill>;
  readonly usageSums: MonthSums;
  /** of the usable packs, in their order */
  readonly packUses: readonly PackUse[];
  readonly packBills: readonly PackBill[];
}
