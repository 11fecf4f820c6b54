/** What an explanation is read from. */
import type { PriceBookIndex } from '../../pricebook/find.ts';
import type { PriceBook } from '../../pricebook/types.ts';
import type { Option } from '../../scenario/types.ts';
import type { OptionBill } from '../bill.ts';
import type { Horizon } from '../horizon.ts';

/** One option with its bill and what they were made from. */
export interface ExplainContext {
  readonly option: Option;
  readonly bill: OptionBill;
  readonly index: PriceBookIndex;
  readonly horizon: Horizon;
  /** without the scenario's own rules */
  readonly published: PriceBook;
  /** of the scenario, as scenario/drivers.ts writes them */
  readonly drivers: string | null;
}
