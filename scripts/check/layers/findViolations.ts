import path from 'node:path';
import type { LayerRule } from './table.ts';

export interface LayerTable {
  readonly rules: readonly LayerRule[];
  readonly libraryOwners: Readonly<Record<string, readonly string[]>>;
  readonly nodeOwners: readonly string[];
}
/** path of a file, relative to the root with forward slashes -> the modules it names */
export type ImportMap = ReadonlyMap<string, readonly string[]>;

const isIn = (file: string, place: string): boolean =>
  file.startsWith(place) && (file.length === place.length || file[place.length] === '/' || file[place.length] === '.');

/** Whether the longest of the places around the file lets it in. */
const isAllowed = (file: string, places: readonly string[]): boolean => {
  const around = places.filter((place) => isIn(file, place.replace(/^!/, '')));
  const longest = around.toSorted((a, b) => a.replace(/^!/, '').length - b.replace(/^!/, '').length).at(-1);
  return longest !== undefined && !longest.startsWith('!');
};

/** 'src/features/*' for a file in src/features/nodes -> 'src/features/nodes' */
const concrete = (rule: LayerRule, file: string): LayerRule => {
  const [folder = ''] = rule.place.split('*');
  if (folder === rule.place || !file.startsWith(folder)) return rule;
  const [name = ''] = file.slice(folder.length).split('/');
  return { ...rule, place: folder + name };
};

const ruleFor = (file: string, rules: readonly LayerRule[]): LayerRule | undefined =>
  rules
    .map((rule) => concrete(rule, file))
    .filter((rule) => isIn(file, rule.place))
    .toSorted((a, b) => a.place.length - b.place.length)
    .at(-1);

/** 'react-dom/client' -> 'react-dom', '@scope/name/sub' -> '@scope/name' */
const packageOf = (specifier: string): string =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');

/** './edit.css?inline' below src/renderer/grid -> 'src/renderer/grid/edit.css' */
export const resolveRelative = (file: string, specifier: string): string =>
  path.posix.join(path.posix.dirname(file), specifier.replace(/\?.*$/, ''));

const violationOf = (file: string, specifier: string, table: LayerTable): string | null => {
  if (specifier.startsWith('.')) {
    const rule = ruleFor(file, table.rules);
    const target = resolveRelative(file, specifier);
    if (rule === undefined) return `${file} is in no layer: give its folder a rule`;
    if (isAllowed(target, [rule.place, ...rule.sees])) return null;
    return `${file} imports ${target}: ${rule.place} sees ${rule.sees.join(', ') || 'nothing else'}`;
  }
  if (specifier.startsWith('node:')) {
    return isAllowed(file, table.nodeOwners) ? null : `${file} imports ${specifier}: only ${table.nodeOwners.join(', ')} may`;
  }
  const library = packageOf(specifier);
  const owners = table.libraryOwners[library];
  if (owners === undefined) return `${file} imports ${specifier}: the library ${library} has no owning place`;
  return isAllowed(file, owners) ? null : `${file} imports ${specifier}: only ${owners.join(', ')} may`;
};

/** One sentence for each import that the table does not allow. */
export const findViolations = (imports: ImportMap, table: LayerTable): readonly string[] => {
  const violations: string[] = [];
  for (const [file, specifiers] of imports) {
    for (const specifier of specifiers) {
      const violation = violationOf(file, specifier, table);
      if (violation !== null) violations.push(violation);
    }
  }
  return violations;
};
