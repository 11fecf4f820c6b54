/**
 * The arrows of the house. A rule is for the files of one place; the rule of the longest matching place counts. A place is a folder
 * or a file without its ending; a place sees itself, what `sees` lists, and nothing else. `!` takes a place below a listed one out;
 * `/*` at the end of a rule's place stands for each folder there, which then does not see the others.
 */
export interface LayerRule {
  readonly place: string;
  readonly sees: readonly string[];
}

/** Inside shared each one sees those before it. */
const SHARED_ORDER = ['core', 'numeric', 'time', 'formula', 'pricebook', 'scenario', 'billing', 'compare', 'importing'].map(
  (name) => `src/shared/${name}`,
);

const sharedRules: readonly LayerRule[] = SHARED_ORDER.map((place, index) => ({ place, sees: SHARED_ORDER.slice(0, index) }));
const belowBilling = SHARED_ORDER.slice(0, SHARED_ORDER.indexOf('src/shared/billing'));

const BELOW_ACTIONS = ['src/shared', 'src/renderer/ipc', 'src/renderer/state', 'src/renderer/ui'];

export const LAYER_RULES: readonly LayerRule[] = [
  ...sharedRules,
  { place: 'src/shared/billing/rate', sees: [...belowBilling, 'src/shared/billing', '!src/shared/billing/packs'] },
  { place: 'src/shared/billing/packs', sees: [...belowBilling, 'src/shared/billing', '!src/shared/billing/rate'] },
  // sentences for people; of the contract only the languages, of billing only what a comparison says
  { place: 'src/shared/wording', sees: [...belowBilling, 'src/shared/billing', 'src/shared/compare', 'src/shared/ipc'] },
  { place: 'src/shared/ipc', sees: ['src/shared/core', 'src/shared/pricebook', 'src/shared/scenario', 'src/shared/importing'] },
  { place: 'src/main', sees: ['src/shared', '!src/main/preload'] },
  { place: 'src/main/preload', sees: ['src/shared/ipc'] },
  { place: 'src/main/db', sees: ['src/shared/core'] },
  { place: 'src/main/store', sees: ['src/shared', 'src/main/db'] },
  { place: 'src/main/process', sees: [] },
  { place: 'src/main/xlsx', sees: ['src/shared', 'src/main/process'] },
  { place: 'src/main/csv', sees: ['src/shared', 'src/main/xlsx'] },
  { place: 'src/main/exporting', sees: ['src/shared', 'src/main/process', 'src/main/xlsx', 'src/main/csv'] },
  { place: 'src/renderer', sees: ['src/shared'] },
  { place: 'src/renderer/ipc', sees: ['src/shared'] },
  { place: 'src/renderer/state', sees: ['src/shared', 'src/renderer/ipc'] },
  { place: 'src/renderer/ui', sees: ['src/shared', 'src/renderer/state'] },
  { place: 'src/renderer/grid', sees: ['src/shared/core', 'src/shared/numeric', 'src/shared/time', 'src/renderer/ui'] },
  { place: 'src/renderer/actions', sees: [...BELOW_ACTIONS] },
  { place: 'src/renderer/sheets', sees: [...BELOW_ACTIONS, 'src/renderer/actions', 'src/renderer/grid'] },
  { place: 'src/renderer/report', sees: [...BELOW_ACTIONS, 'src/renderer/grid'] },
  {
    place: 'src/renderer/features/*',
    sees: [...BELOW_ACTIONS, 'src/renderer/actions', 'src/renderer/grid', 'src/renderer/sheets', 'src/renderer/report'],
  },
];

/** Each library has its owning places; a library that is not listed here belongs nowhere in src. */
export const LIBRARY_OWNERS: Readonly<Record<string, readonly string[]>> = {
  'decimal.js': ['src/shared/numeric'],
  zod: ['src/shared/ipc', 'src/shared/pricebook', 'src/shared/scenario'],
  electron: ['src/main'],
  'better-sqlite3': ['src/main/db'],
  exceljs: ['src/main/xlsx/writer', 'src/main/xlsx/styles', 'src/main/xlsx/page'],
  '@e965/xlsx': ['src/main/xlsx/read/parseWorkbook'],
  papaparse: ['src/main/xlsx/read/csvTable'],
  react: ['src/renderer', '!src/renderer/state', '!src/renderer/ipc'],
  'react-dom': ['src/renderer', '!src/renderer/state', '!src/renderer/ipc'],
  // the stores are plain; their React hook is where the stores reach the components
  zustand: ['src/renderer/state', 'src/renderer/ui/appContext'],
  'ag-grid-community': ['src/renderer/grid'],
  'ag-grid-react': ['src/renderer/grid'],
  '@ag-grid-community/locale': ['src/renderer/grid'],
  'ag-charts-community': ['src/renderer/ui/chart'],
  'ag-charts-react': ['src/renderer/ui/chart'],
};
/** Node's own modules. */
export const NODE_OWNERS: readonly string[] = ['src/main', '!src/main/preload'];
