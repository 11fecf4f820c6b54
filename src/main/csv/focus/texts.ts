/** What a FOCUS row says of its charge; names of SKUs come in the user's language, as on the sheets. */
import type { Locale } from '../../../shared/ipc/contract.ts';

interface Descriptions {
  readonly usage: (name: string, month: string) => string;
  readonly covered: (name: string, month: string, pack: string) => string;
  readonly prepaid: (name: string) => string;
  readonly service: (name: string, from: string) => string;
  readonly pack: (name: string) => string;
  readonly unused: (name: string, month: string) => string;
}
export const DESCRIPTIONS: Readonly<Record<Locale, Descriptions>> = {
  en: {
    usage: (name, month) => `${name}, ${month}`,
    covered: (name, month, pack) => `${name}, ${month}, paid by ${pack}`,
    prepaid: (name) => `${name}, paid in advance`,
    service: (name, from) => `${name}, service month from ${from}`,
    pack: (name) => `${name}, purchase`,
    unused: (name, month) => `${name}, ${month}, not used`,
  },
  'zh-CN': {
    usage: (name, month) => `${name}，${month}`,
    covered: (name, month, pack) => `${name}，${month}，由${pack}抵扣`,
    prepaid: (name) => `${name}，预付`,
    service: (name, from) => `${name}，自 ${from} 起的服务月`,
    pack: (name) => `${name}，购买`,
    unused: (name, month) => `${name}，${month}，未使用`,
  },
};
