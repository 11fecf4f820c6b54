import { parseSync, Visitor } from 'vite';

interface WithSource {
  readonly source: { readonly type: string; readonly value?: unknown } | null;
}

/**
 * Every module that a file names, in order of appearance: imports and re-exports, `import()`, `import('…').Type`, `require('…')` and
 * `new URL('…', import.meta.url)` (workers). Type-only imports count: they tie two modules just as well.
 */
export const importsOf = (file: string, source: string): readonly string[] => {
  const found = new Set<string>();
  const add = (literal: WithSource['source']): void => {
    if (literal?.type === 'Literal' && typeof literal.value === 'string') found.add(literal.value);
  };
  const addSource = (node: WithSource): void => add(node.source);
  const parsed = parseSync(file, source);
  const error = parsed.errors[0];
  if (error !== undefined) throw new Error(`${file}: ${error.message}`);
  new Visitor({
    ImportDeclaration: addSource,
    ExportNamedDeclaration: addSource,
    ExportAllDeclaration: addSource,
    ImportExpression: addSource,
    TSImportType: addSource,
    CallExpression: ({ callee, arguments: [first] }) => {
      if (callee.type === 'Identifier' && callee.name === 'require') add(first ?? null);
    },
    NewExpression: ({ callee, arguments: [first, base] }) => {
      if (callee.type === 'Identifier' && callee.name === 'URL' && base?.type === 'MemberExpression') add(first ?? null);
    },
  }).visit(parsed.program);
  return [...found];
};
