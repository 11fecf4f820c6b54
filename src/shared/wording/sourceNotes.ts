/** What the built-in price books remark on their sources, in the language of the reader. The books themselves hold one text (formats.md). */
import type { Locale } from '../ipc/contract.ts';

const CHINESE: Readonly<Record<string, string>> = {
  'billed by spec, duration and instances; not open yet, apply for it; no price is printed':
    '按规格、时长和实例数计费；尚未开放，需申请；文档没有给出价格',
  'starting a tool is free': '启动工具不收费',
  'the document prints the range 8.07 to 39.54 without the machine list': '文档只给出 8.07 至 39.54 的区间，没有机型明细',
  'enter the price of the machine from the console': '请按控制台填写该机型的价格',
  'the document refers to the OSS price calculator': '文档让读者查阅 OSS 价格计算器',
  'validity is not printed: 12 months assumed; that it pays for usage only, not for packs, is assumed':
    '文档没有给出有效期：假设为 12 个月；并假设它只抵扣用量，不能购买资源包',
  'offered, but its size is not printed': '有此试用，但文档没有给出额度',
  'contents and price are not printed: enter them from the console': '文档没有给出内容和价格：请按控制台填写',
  'contents are not printed: enter them from the console; give the price to one part only':
    '文档没有给出内容：请按控制台填写；套餐价格只填在其中一部分',
  'sizes and prices are not printed; one at a time': '文档没有给出规格和价格；同时只能用一个',
  'sizes and prices are not printed; may be stacked': '文档没有给出规格和价格；可以叠加',
  'whether the tiers restart each month is not printed': '文档没有说明阶梯是否每月重新累计',
  'metered by the hour at month / 30 / 24; GB are binary': '按小时计量，单价为月价 / 30 / 24；GB 为二进制',
};

/** A note that is none of theirs stays as it was written. */
export const sourceNote = (note: string, locale: Locale): string => (locale === 'en' ? note : (CHINESE[note] ?? note));
