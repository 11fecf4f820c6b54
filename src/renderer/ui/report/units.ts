/** Units of the price book as people call them; one that the price book made up itself keeps its own name. */
import type { Locale } from '../../../shared/ipc/contract.ts';

interface UnitNames {
  readonly zh: string;
  readonly one: string;
  readonly many: string;
}
const UNITS: Readonly<Record<string, UnitNames>> = {
  'gpu-second': { zh: 'GPU 秒', one: 'GPU second', many: 'GPU seconds' },
  'instance-hour': { zh: '小时', one: 'hour', many: 'hours' },
  'node-month': { zh: '节点·月', one: 'node-month', many: 'node-months' },
  'node-hour': { zh: '节点·小时', one: 'node-hour', many: 'node-hours' },
  'quota-hour': { zh: '份额·小时', one: 'quota-hour', many: 'quota-hours' },
  'gb-month': { zh: 'GB·月', one: 'GB-month', many: 'GB-months' },
  gb: { zh: 'GB', one: 'GB', many: 'GB' },
  request: { zh: '次', one: 'request', many: 'requests' },
};

/** After a quantity: '221.1 hours'. */
export const unitName = (unit: string, locale: Locale): string => UNITS[unit]?.[locale === 'en' ? 'many' : 'zh'] ?? unit;

/** After a price: '8.07 / hour'. */
export const pricedUnit = (unit: string, locale: Locale): string => UNITS[unit]?.[locale === 'en' ? 'one' : 'zh'] ?? unit;
