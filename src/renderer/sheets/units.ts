/** Units of the price book as people write them. A unit that is not known keeps its own name. */
import type { Locale } from '../../shared/ipc/contract.ts';

const UNITS: Readonly<Record<Locale, Readonly<Record<string, string>>>> = {
  'zh-CN': {
    'node-month': '节点·月',
    'instance-hour': '实例·时',
    'gpu-second': 'GPU·秒',
    'gb-month': 'GB·月',
    gb: 'GB',
    request: '次',
    CNY: '元',
  },
  en: {
    'node-month': 'node-month',
    'instance-hour': 'instance-h',
    'gpu-second': 'GPU-s',
    'gb-month': 'GB-month',
    gb: 'GB',
    request: 'requests',
    CNY: 'CNY',
  },
};

export const unitName = (unit: string, locale: Locale): string => UNITS[locale][unit] ?? unit;
