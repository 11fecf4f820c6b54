/**
 * How one pack or allowance burnt down: read from the columns of its component when somebody asks, without the charges of other lines.
 *
 * Units: bill.ts.
 */
import type { Option } from '../scenario/types.ts';
import type { PackBurn, PackKey, PackUser } from './bill.ts';
import type { BurntComponent } from './burnComponent.ts';
import type { BurntOption } from './burnOption.ts';
import type { Horizon } from './horizon.ts';
import { isPack } from './packs/drawn.ts';

/** null: no usage is in its scope, or there is no such pack. */
export const burnOfPack = ({ components }: BurntOption, option: Option, { months }: Horizon, key: PackKey): PackBurn | null => {
  for (const component of components) {
    const at = component.packs.findIndex((pack) => isPack(key, pack));
    const state = component.burnt.packs[at];
    if (state === undefined) continue;
    const users = usersOf({ component, scope: state.scope, option, months, key });
    return { used: state.used, ranOut: state.ranOut, users };
  }
  return null;
};

/** By line in their order, then by month. */
const usersOf = (input: {
  readonly component: BurntComponent;
  /** rows */
  readonly scope: Int32Array;
  readonly option: Option;
  readonly months: Horizon['months'];
  readonly key: PackKey;
}): readonly PackUser[] => {
  const { option, scope, months, key } = input;
  const { positions, burnt } = input.component;
  const drawn = months.flatMap((month, at) => {
    const parts = burnt.drawn.drawnFrom(key, at);
    return parts.size === 0 ? [] : [{ month, parts }];
  });
  // Rows are in the order that the lines had when the component burnt down.
  const rows = drawn.length === 0 ? scope.subarray(0, 0) : scope.toSorted((a, b) => (positions[a] ?? 0) - (positions[b] ?? 0));
  const users: PackUser[] = [];
  for (const row of rows) {
    const line = option.usage[positions[row] ?? -1]?.id ?? '';
    for (const { month, parts } of drawn) {
      const part = parts.get(row);
      if (part !== undefined) users.push({ line, month, amount: part.amount, quantity: part.quantity });
    }
  }
  return users;
};
