/** What an option's bill is made of: what the next bill keeps of it, and where issues are found. */
import type { PackBill } from './bill.ts';
import type { BilledNode } from './billNode.ts';
import type { PackUse } from './billPack.ts';
import type { BurntOption } from './burnOption.ts';
import type { Pool } from './poolPacks.ts';
import type { UsablePack } from './read/readPack.ts';
import type { ReadOption } from './readOption.ts';
import type { UsageBills } from './usageBills.ts';
import type { UsageSums } from './usageSums.ts';

export interface OptionWork {
  readonly read: ReadOption;
  readonly nodes: readonly (BilledNode | null)[];
  readonly packs: readonly UsablePack[];
  readonly pool: Pool;
  readonly burnt: BurntOption;
  readonly usageBills: UsageBills;
  readonly usageSums: UsageSums;
  /** of the usable packs, in their order */
  readonly packUses: readonly PackUse[];
  readonly packBills: readonly PackBill[];
}
