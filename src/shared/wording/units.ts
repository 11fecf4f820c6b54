/** Units of the price book as people call them; one that the price book made up itself keeps its own name. */
import type { Locale } from '../ipc/contract.ts';

interface UnitNames {
  readonly zh: string;
  readonly one: string;
  readonly many: string;
  /** for narrow columns */
  readonly short: string;
}
const UNITS: Readonly<Record<string, UnitNames>> = {
  'gpu-second': { zh: 'GPU 秒', one: 'GPU second', many: 'GPU seconds', short: 'GPU-s' },
  'instance-hour': { zh: '小时', one: 'hour', many: 'hours', short: 'hours' },
  'node-month': { zh: '节点·月', one: 'node-month', many: 'node-months', short: 'node-month' },
  'node-hour': { zh: '节点·小时', one: 'node-hour', many: 'node-hours', short: 'node-h' },
  'quota-hour': { zh: '份额·小时', one: 'quota-hour', many: 'quota-hours', short: 'quota-h' },
  'gb-month': { zh: 'GB·月', one: 'GB-month', many: 'GB-months', short: 'GB-month' },
  gb: { zh: 'GB', one: 'GB', many: 'GB', short: 'GB' },
  request: { zh: '次', one: 'request', many: 'requests', short: 'requests' },
  CNY: { zh: '元', one: 'CNY', many: 'CNY', short: 'CNY' },
};

const nameIn =
  (form: 'one' | 'many' | 'short') =>
  (unit: string, locale: Locale): string =>
    UNITS[unit]?.[locale === 'en' ? form : 'zh'] ?? unit;

/** After a quantity: '221.1 hours'. */
export const unitName = nameIn('many');
/** After a price: '8.07 / hour'. */
export const pricedUnit = nameIn('one');
/** In a column of its own. */
export const shortUnit = nameIn('short');
