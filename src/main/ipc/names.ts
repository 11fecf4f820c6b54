import type { Locale } from '../../shared/ipc/contract.ts';

/** Names that main gives where the user gave none. */
export const NAMES: Readonly<Record<Locale, { readonly scenario: string; readonly option: string }>> = {
  'zh-CN': { scenario: '未命名方案', option: '选项 A' },
  en: { scenario: 'Untitled plan', option: 'Option A' },
};
