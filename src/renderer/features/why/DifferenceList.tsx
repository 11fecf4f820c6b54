/** Two totals and what lies between them. */
import { formatAmount } from '../../../shared/numeric/fixed.ts';
import { categoryText, findOption, type WhyContext } from './context.ts';
import type { DifferenceView } from './differences.ts';
import { PartButton, Result } from './Steps.tsx';
import { amountText, signedText } from './words.ts';

export const DifferenceList = ({ view, context }: { readonly view: DifferenceView; readonly context: WhyContext }) => {
  const { text } = context;
  const incomplete = view.sides.some(({ complete }) => !complete);
  const optionName = (id: string): string => {
    const name = findOption(context, id)?.name ?? id;
    return name === id ? id : `${id} ${name}`;
  };
  const total = text(`total.${view.total}`);
  return (
    <div data-why="difference" data-value={formatAmount(view.amount)}>
      <ul className="why-parts">
        {view.sides.map((side, index) => (
          <PartButton
            key={side.option}
            name={optionName(side.option)}
            detail={side.complete ? total : `${total} · ${text('incomplete')}`}
            value={index === 0 ? amountText(side.amount) : signedText(-side.amount)}
            subject={side.subject}
            onOpen={context.open}
          />
        ))}
      </ul>
      <Result
        name={text('against', { option: view.option, baseline: view.baseline })}
        value={signedText(view.amount)}
        warning={incomplete ? text('incomplete') : null}
      />
      {view.percent === null ? null : (
        <p className="why-note">{text('percentLine', { percent: view.percent.replace('-', '−'), baseline: view.baseline })}</p>
      )}
      {incomplete ? <p className="why-note">{text('notComparable')}</p> : null}
      {view.categories.length === 0 ? null : (
        <>
          <h4>{text('byCategory')}</h4>
          <ul className="why-parts">
            {view.categories.map(({ category, amount, subject }) => (
              <PartButton
                key={category}
                name={categoryText(context, category)}
                detail={null}
                value={signedText(amount)}
                subject={subject}
                onOpen={context.open}
              />
            ))}
          </ul>
        </>
      )}
    </div>
  );
};
