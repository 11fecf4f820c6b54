import type { Locale } from '../ipc/contract.ts';
import type { LocalizedText } from '../pricebook/types.ts';

/** An option in words: its letter, and its name where it has another. */
export const optionLabel = (id: string, name: string): string => (id === name ? id : `${id} ${name}`);

/** A name of the price book in the language of the window. */
export const localName = (name: LocalizedText, locale: Locale): string => (locale === 'zh-CN' ? name.zh : name.en);

const CATEGORIES: Readonly<Record<Locale, Readonly<Record<string, string>>>> = {
  'zh-CN': { compute: '计算', storage: '存储', traffic: '流量', requests: '请求', '': '其他' },
  en: { compute: 'compute', storage: 'storage', traffic: 'traffic', requests: 'requests', '': 'other' },
};

/** A category that the price book made up itself keeps its own name. */
export const categoryName = (category: string, locale: Locale): string => CATEGORIES[locale][category] ?? category;
