/** A bill with everything in it listed, so that two bills can be compared to the last digit: bills list their lines and issues late. */
import type { Bill, Charge, LineBill, OptionBill } from '../../src/shared/billing/bill.ts';

export const plainBill = ({ edition, options }: Bill) => ({ edition, options: options.map(plainOption) });

export const plainOption = ({ id, name, complete, months, totals, lines, packs, issues }: OptionBill) => ({
  id,
  name,
  complete,
  months,
  totals,
  lines: new Map([...lines].map(([line, bill]) => [line, plainLine(bill)])),
  packs,
  issues,
});

export const plainLine = (line: LineBill) => {
  if (line.kind === 'node') return line;
  const { kind, listCost, payable, covered, coveredFen, onNodes, charges } = line;
  return {
    kind,
    listCost,
    payable,
    covered,
    coveredFen,
    onNodes,
    charges: new Map([...charges].map(([month, charge]) => [month, plainCharge(charge)])),
  };
};

const plainCharge = ({ month, quantity, listCost, draws, uncovered, payable }: Charge) => ({
  month,
  quantity,
  listCost,
  draws,
  uncovered,
  payable,
});
