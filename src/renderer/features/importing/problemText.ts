/** A problem of a row as a sentence. */
import { CELL_CODES, type CellCode, type ImportProblem } from '../../../shared/importing/problems.ts';
import type { Locale } from '../../../shared/ipc/contract.ts';
import type { PriceBook } from '../../../shared/pricebook/types.ts';
import { issueText } from '../../../shared/wording/issueTexts.ts';
import { translate } from '../../ui/texts.ts';
import { IMPORT_TEXTS } from './texts.ts';

const isCellCode = (code: ImportProblem['code']): code is CellCode => CELL_CODES.some((known) => known === code);

export const problemText = ({ code, severity, field, params }: ImportProblem, locale: Locale, priceBook: PriceBook): string =>
  isCellCode(code)
    ? translate(IMPORT_TEXTS, locale)(code, params)
    : issueText({ code, severity, line: '', field, params }, { locale, priceBook });
