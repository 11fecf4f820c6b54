/**
 * The bills of an option's usage lines by position, made when somebody asks for one: a key press needs those in sight.
 *
 * A line that an edit left alone, and that packs pay for as before, keeps its bill.
 */
import type { UsageLineBill } from './bill.ts';
import { type BurntOption, drawsAt } from './burnOption.ts';
import { ChargedLine } from './lines/chargedLine.ts';
import type { OptionContext, ReadOption } from './readOption.ts';

const NO_CHARGES: UsageLineBill['charges'] = new Map();
const DROPPED: UsageLineBill = {
  kind: 'usage',
  listCost: null,
  payable: null,
  covered: null,
  coveredFen: null,
  onNodes: null,
  charges: NO_CHARGES,
  months: [],
  listCharges: () => [],
};

export interface UsageBillsInput {
  readonly read: ReadOption;
  readonly burnt: BurntOption;
  readonly context: OptionContext;
}

/** More than a window shows; whoever looks at more, lets go of the first ones. */
const MOST_KEPT = 1_000;

export class UsageBills {
  readonly #input: UsageBillsInput;
  /** made before, by position; the bills of edits that moved no line share it */
  readonly #made: Map<number, ChargedLine>;

  constructor(input: UsageBillsInput, former: UsageBills | null) {
    this.#input = input;
    this.#made = former !== null && input.read.alignment?.shift === 0 ? former.#made : new Map();
  }

  at(position: number): UsageLineBill | undefined {
    const { read, burnt, context } = this.#input;
    const work = read.usage.at(position);
    if (work === undefined) return undefined;
    const { rated } = work;
    if (rated === null) return work.read.kind === 'onNodes' ? onNodes(work.read.node) : DROPPED;
    const input = { rated, draws: drawsAt(burnt, position) };
    const known = this.#made.get(position);
    if (known?.isMadeOf(input) === true) return known;
    const made = new ChargedLine(input, context.horizon);
    if (this.#made.size >= MOST_KEPT) this.#made.clear();
    this.#made.set(position, made);
    return made;
  }
}

const onNodes = (node: string): UsageLineBill => ({ ...DROPPED, listCost: 0n, payable: 0n, covered: 0n, coveredFen: 0n, onNodes: node });
