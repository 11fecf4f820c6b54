import { type ImportMap, resolveRelative } from './findViolations.ts';

/** Each cycle of imports once, as the files in their order of import. Type-only imports count. */
export const findCycles = (imports: ImportMap): readonly (readonly string[])[] => {
  const cycles: string[][] = [];
  const finished = new Set<string>();
  const trail: string[] = [];
  const visit = (file: string): void => {
    const start = trail.indexOf(file);
    if (start >= 0) {
      cycles.push(trail.slice(start));
      return;
    }
    if (finished.has(file)) return;
    trail.push(file);
    for (const specifier of imports.get(file) ?? []) {
      if (specifier.startsWith('.')) visit(resolveRelative(file, specifier));
    }
    trail.pop();
    finished.add(file);
  };
  for (const file of imports.keys()) visit(file);
  return cycles;
};
