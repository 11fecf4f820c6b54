/** Only what the two charts use is registered: the rest of ag-charts stays out of the bundle. */
import {
  BarSeriesModule,
  CategoryAxisModule,
  CrossLinesModule,
  LineSeriesModule,
  LocaleModule,
  ModuleRegistry,
  NumberAxisModule,
} from 'ag-charts-community';

ModuleRegistry.registerModules([BarSeriesModule, LineSeriesModule, CategoryAxisModule, NumberAxisModule, CrossLinesModule, LocaleModule]);
