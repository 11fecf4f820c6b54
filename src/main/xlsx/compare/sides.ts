/**
 * The columns of Compare: the item, each option as in Summary, then for each option but the baseline its difference to it, in CNY and in
 * percent.
 */
import { isEmptyOption } from '../../../shared/compare/comparable.ts';
import { letters } from '../../../shared/core/ids.ts';
import type { BilledOption, ExportContext } from '../exportContext.ts';

export interface Sides {
  readonly context: ExportContext;
  readonly options: readonly BilledOption[];
  /** position among the options */
  readonly baseline: number;
  /** positions of the others, in their order */
  readonly others: readonly number[];
}

/** `baseline`: id of an option; the first one where it is null or gone. */
export const makeSides = (context: ExportContext, baseline: string | null): Sides => {
  const { options } = context;
  const at = Math.max(
    0,
    options.findIndex(({ option }) => option.id === baseline),
  );
  return { context, options, baseline: at, others: options.flatMap((_, index) => (index === at ? [] : [index])) };
};

export const lastColumn = ({ options, others }: Sides): string => letters(options.length + 2 * others.length);

export const idOf = ({ options }: Sides, index: number): string => options[index]?.option.id ?? '';

/** The zero of an option that holds nothing is no price: there is no difference to it. */
export const isCompared = ({ options, baseline }: Sides, index: number): boolean =>
  [baseline, index].every((at) => {
    const option = options[at]?.option;
    return option !== undefined && !isEmptyOption(option);
  });

/** A difference to or of an incomplete option lacks something. */
export const isComparable = ({ options, baseline }: Sides, index: number): boolean =>
  options[index]?.bill.complete === true && options[baseline]?.bill.complete === true;
