/**
 * Packs that can meet: two packs whose scopes share a line, directly or through others. Components burn down independently, which
 * is what an incremental recompute needs: an edit that moves no cut changes one component only.
 *
 * Source: follows from billing.md, 5.2.
 */
import type { BurnPack } from './pack.ts';

const NONE = -1;

/** Groups of packs; packs without a line in scope are in none. The scope lists are shared between packs of one SKU. */
export const groupPacks = <P extends BurnPack>(packs: readonly P[]): readonly (readonly P[])[] => {
  const groupOfLine = new Int32Array(packs.reduce((most, { lines }) => Math.max(most, (lines.at(-1) ?? NONE) + 1), 0)).fill(NONE);
  const parents: number[] = [];
  const find = (group: number): number => {
    let root = group;
    while (parents[root] !== root) root = parents[root] ?? root;
    let each = group;
    while (each !== root) {
      const next = parents[each] ?? root;
      parents[each] = root;
      each = next;
    }
    return root;
  };
  const groupOfScope = new Map<readonly number[], number>();
  for (const { lines } of packs) {
    if (lines.length === 0 || groupOfScope.has(lines)) continue;
    const group = parents.length;
    parents.push(group);
    groupOfScope.set(lines, group);
    for (const line of lines) {
      const other = groupOfLine[line] ?? NONE;
      if (other === NONE) groupOfLine[line] = group;
      else parents[find(other)] = find(group);
    }
  }
  const groups = new Map<number, P[]>();
  for (const pack of packs) {
    const group = groupOfScope.get(pack.lines);
    if (group === undefined) continue;
    const root = find(group);
    const members = groups.get(root);
    if (members === undefined) groups.set(root, [pack]);
    else members.push(pack);
  }
  return [...groups.values()];
};
