/** Why it was the pack's turn, as a sentence. */

import type { DrawTurn } from '../../../shared/billing/explain/turns.ts';
import type { ChargeExplanation } from '../../../shared/billing/explanation.ts';
import { localName } from '../../../shared/wording/names.ts';
import type { WhyContext } from './context.ts';

export const turnText = (
  { packClass }: ChargeExplanation['draws'][number],
  { after, ownOrder }: DrawTurn,
  { text, locale }: Pick<WhyContext, 'text' | 'locale'>,
): string => {
  if (after === null) return text('turn.first');
  const { draw, by } = after;
  const pack = localName(draw.name, locale);
  if (by !== 'class') return text(`turn.${by}`, { pack });
  const classes = { before: text(`class.${draw.packClass}`), here: text(`class.${packClass}`) };
  return text(ownOrder ? 'turn.ownClass' : 'turn.class', { pack, ...classes });
};
