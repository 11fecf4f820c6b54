/** What is wrong with a formula, and what to do: the sentences of issueTexts.ts, and of the Drivers sheet. */
import type { FormulaError } from '../formula/ast.ts';
import type { Locale } from '../ipc/contract.ts';
import { defineTexts, translate } from './texts.ts';

export const FORMULA_SENTENCES = defineTexts(
  {
    FORMULA_SYNTAX: '公式“{formula}”读不懂：“{found}”处有误。请检查括号、逗号和运算符。',
    FORMULA_SYNTAX_END: '公式“{formula}”没有写完。请补全它。',
    FORMULA_UNKNOWN_NAME: '公式“{formula}”：没有名为“{name}”的参数。请在参数表中添加，或改正名称。',
    FORMULA_UNKNOWN_NAME_NEAREST: '公式“{formula}”：没有名为“{name}”的参数。您是否要用“{nearest}”？',
    FORMULA_UNKNOWN_FUNCTION: '公式“{formula}”：没有函数“{name}”。请改用 SUM、MIN、MAX、ROUND、IF 等函数。',
    FORMULA_ARGUMENTS: '公式“{formula}”：函数应写成 {expected}，这里有 {count} 个参数。',
    FORMULA_BRACKETS: '公式“{formula}”：{name} 是函数，要写括号：{expected}。',
    FORMULA_DIVISION_BY_ZERO: '公式“{formula}”：除数为零。请检查除数，或用 IF 避开。',
    FORMULA_CIRCULAR: '参数循环引用：{path}。请改掉其中一个。',
    FORMULA_TOO_LARGE: '公式“{formula}”太长，或其中的数过大，无法精确计算。请简化它。',
    FORMULA_TYPE: '公式“{formula}”：此处应为{expected}。请检查比较与数值。',
    FORMULA_DRIVER_VALUE: '参数“{driver}”的值“{value}”不是数，也不是公式。请在参数表中改正。',
    FORMULA_MONTH: '公式“{formula}”：{name} 只能用在月份列的单元格里。',
    IN_DRIVER: '参数“{driver}”：{sentence}',
  },
  {
    FORMULA_SYNTAX: 'The formula “{formula}” cannot be read at “{found}”. Check brackets, commas and operators.',
    FORMULA_SYNTAX_END: 'The formula “{formula}” is not finished. Complete it.',
    FORMULA_UNKNOWN_NAME: 'Formula “{formula}”: there is no driver “{name}”. Add it on the Drivers sheet, or correct the name.',
    FORMULA_UNKNOWN_NAME_NEAREST: 'Formula “{formula}”: there is no driver “{name}”. Did you mean “{nearest}”?',
    FORMULA_UNKNOWN_FUNCTION: 'Formula “{formula}”: there is no function “{name}”. Use SUM, MIN, MAX, ROUND, IF and the like.',
    FORMULA_ARGUMENTS: 'Formula “{formula}”: write {expected}; here the number of arguments is {count}.',
    FORMULA_BRACKETS: 'Formula “{formula}”: {name} is a function and needs brackets: {expected}.',
    FORMULA_DIVISION_BY_ZERO: 'Formula “{formula}”: division by zero. Check what it divides by, or avoid it with IF.',
    FORMULA_CIRCULAR: 'Drivers need each other in a circle: {path}. Change one of them.',
    FORMULA_TOO_LARGE: 'The formula “{formula}” is too long, or a number in it too large to be exact. Simplify it.',
    FORMULA_TYPE: 'Formula “{formula}”: {expected} belongs here. Check comparisons and numbers.',
    FORMULA_DRIVER_VALUE:
      'The driver “{driver}” holds “{value}”, which is neither a number nor a formula. Correct it on the Drivers sheet.',
    FORMULA_MONTH: 'Formula “{formula}”: {name} works only in the cells of months.',
    IN_DRIVER: 'Driver “{driver}”: {sentence}',
  },
);
type SentenceKey = keyof (typeof FORMULA_SENTENCES)['en'];

const EXPECTED: Readonly<Record<Locale, Readonly<Record<string, string>>>> = {
  'zh-CN': { number: '数值', condition: '条件（如 a > 1）', integer: '整数' },
  en: { number: 'a number', condition: 'a condition (like a > 1)', integer: 'a whole number' },
};

/** `formula`: the text that it stands in. */
export const formulaSentence = ({ code, params }: Pick<FormulaError, 'code' | 'params'>, formula: string, locale: Locale): string => {
  const expected = EXPECTED[locale][params.expected ?? ''] ?? params.expected ?? '';
  const t = translate(FORMULA_SENTENCES, locale);
  const sentence = t(keyOf(code, params), { ...params, expected, formula: params.formula ?? formula });
  // Where a driver is to blame, its formula is the one that is shown: so its name is said too.
  return params.driver === undefined || NAMES_DRIVER.has(code) ? sentence : t('IN_DRIVER', { driver: params.driver, sentence });
};

const NAMES_DRIVER: ReadonlySet<FormulaError['code']> = new Set(['FORMULA_CIRCULAR', 'FORMULA_DRIVER_VALUE']);

const keyOf = (code: FormulaError['code'], params: FormulaError['params']): SentenceKey => {
  if (code === 'FORMULA_SYNTAX' && (params.found ?? '') === '') return 'FORMULA_SYNTAX_END';
  if (code === 'FORMULA_ARGUMENTS' && params.count === '') return 'FORMULA_BRACKETS';
  if (code === 'FORMULA_UNKNOWN_NAME' && (params.nearest ?? '') !== '') return 'FORMULA_UNKNOWN_NAME_NEAREST';
  return code;
};
