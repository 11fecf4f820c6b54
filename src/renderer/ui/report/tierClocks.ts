/** Both totals of options whose graduated prices restart each month or run on: nobody published which. */
import { createTierClockFinder, type TierClockDoubt } from '../../../shared/compare/tierClocks.ts';
import { useDocument } from '../appContext.tsx';

const find = createTierClockFinder();

export const useTierClockDoubts = (): readonly TierClockDoubt[] => {
  const scenario = useDocument((document) => document.scenario);
  const priceBook = useDocument((document) => document.priceBook);
  return find(scenario, priceBook);
};
