/**
 * Charts as Office draws them: they refer to cells and follow them; the numbers and texts of the export stand beside, for viewers that do not
 * compute.
 *
 * Rule: one series for each option, in its colour; of an incomplete one the line is dashed and the column hatched. The money axis begins
 * at zero.
 * Source: ECMA-376 part 1, 21.2 (DrawingML charts): the order of the elements is the schema's.
 */
import { escapeXml } from './xmlText.ts';

/** A range of cells with what is in them. */
export interface ChartNumbers {
  /** absolute, with its sheet: `'Compare'!$B$30:$B$41` */
  readonly range: string;
  readonly numbers: readonly number[];
}
export interface ChartTexts {
  readonly range: string;
  readonly texts: readonly string[];
}
export interface ChartSeries {
  readonly name: ChartTexts;
  /** `2360CC` */
  readonly color: string;
  /** how often its colour came before: the marks of a line differ then */
  readonly round: number;
  readonly isIncomplete: boolean;
  readonly values: ChartNumbers;
}
interface ChartBase {
  readonly title: string;
  /** of the money axis */
  readonly unit: string;
  readonly series: readonly ChartSeries[];
  /** where it lies: rows (1-based) and pixels from the left, which it covers up to */
  readonly place: { readonly firstRow: number; readonly lastRow: number; readonly left: number; readonly right: number };
}
export type Chart = ChartBase &
  (
    | /** over months: their first days, as the cells hold them */ { readonly kind: 'lines'; readonly months: ChartNumbers }
    | { readonly kind: 'columns'; readonly categories: ChartTexts }
  );

const NAMESPACES = [
  'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
].join(' ');

export const chartXml = (chart: Chart): string => {
  const plot = chart.kind === 'lines' ? linesXml(chart) : columnsXml(chart);
  const parts = [
    titleXml(chart.title, TITLE_SIZE),
    `<c:autoTitleDeleted val="0"/><c:plotArea><c:layout/>${plot}</c:plotArea>`,
    `<c:legend><c:legendPos val="b"/><c:overlay val="0"/>${textXml(LABEL_SIZE)}</c:legend>`,
    '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/>',
  ];
  const frame = `<c:spPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill>${lineXml(RULE, 9_525)}</c:spPr>`;
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<c:chartSpace ${NAMESPACES}><c:roundedCorners val="0"/><c:chart>${parts.join('')}</c:chart>${frame}</c:chartSpace>`;
};

const INK = '1F2933';
const MUTED = '5F6B7A';
const RULE = 'D5DBE1';
/** Hundredths of a point. */
const TITLE_SIZE = 1_200;
const LABEL_SIZE = 900;
/** Ids of the two axes, within one chart. */
const ACROSS = 111;
const MONEY = 112;
const AXES = `<c:axId val="${ACROSS}"/><c:axId val="${MONEY}"/>`;

const linesXml = (chart: Chart & { readonly kind: 'lines' }): string => {
  const { series, months, unit } = chart;
  const across = `<c:cat>${numbersXml(months, 'yyyy-mm')}</c:cat>`;
  const lines = series.map((each, index) => {
    const dash = each.isIncomplete ? 'dash' : 'solid';
    const look = `<c:spPr>${lineXml(each.color, LINE_WIDTH, dash)}</c:spPr>${markerXml(each, months.numbers.length)}`;
    return `<c:ser>${headXml(each, index)}${look}${across}<c:val>${numbersXml(each.values, NUMBERS)}</c:val><c:smooth val="0"/></c:ser>`;
  });
  const plot = `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${lines.join('')}<c:marker val="1"/>${AXES}</c:lineChart>`;
  return plot + monthAxisXml(months.numbers.length) + moneyAxisXml(unit, 'midCat');
};

const columnsXml = (chart: Chart & { readonly kind: 'columns' }): string => {
  const { series, categories, unit } = chart;
  const across = `<c:cat>${textsXml(categories)}</c:cat>`;
  const columns = series.map((each, index) => {
    const look = `<c:spPr>${each.isIncomplete ? hatchXml(each.color) : fillXml(each.color)}</c:spPr><c:invertIfNegative val="0"/>`;
    return `<c:ser>${headXml(each, index)}${look}${across}<c:val>${numbersXml(each.values, NUMBERS)}</c:val></c:ser>`;
  });
  const gaps = '<c:gapWidth val="60"/><c:overlap val="-8"/>';
  const plot = `<c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:varyColors val="0"/>${columns.join('')}${gaps}${AXES}</c:barChart>`;
  return plot + categoryAxisXml() + moneyAxisXml(unit, 'between');
};

const headXml = ({ name }: ChartSeries, index: number): string =>
  `<c:idx val="${index}"/><c:order val="${index}"/><c:tx>${textsXml(name)}</c:tx>`;

const NUMBERS = '#,##0.00';

const numbersXml = ({ range, numbers }: ChartNumbers, format: string): string => {
  const points = numbers.map((number, index) => `<c:pt idx="${index}"><c:v>${number}</c:v></c:pt>`);
  const cache = `<c:formatCode>${format}</c:formatCode><c:ptCount val="${numbers.length}"/>${points.join('')}`;
  return `<c:numRef><c:f>${escapeXml(range)}</c:f><c:numCache>${cache}</c:numCache></c:numRef>`;
};

const textsXml = ({ range, texts }: ChartTexts): string => {
  const points = texts.map((text, index) => `<c:pt idx="${index}"><c:v>${escapeXml(text)}</c:v></c:pt>`);
  return `<c:strRef><c:f>${escapeXml(range)}</c:f><c:strCache><c:ptCount val="${texts.length}"/>${points.join('')}</c:strCache></c:strRef>`;
};

/** In units of 1/12,700 of a point. */
const LINE_WIDTH = 25_400;
/** More dots than that are a thick line. */
const MOST_MARKED_MONTHS = 36;

const MARKS = ['circle', 'diamond', 'square', 'triangle'] as const;

const markerXml = ({ color, round }: ChartSeries, months: number): string => {
  if (months > MOST_MARKED_MONTHS) return '<c:marker><c:symbol val="none"/></c:marker>';
  const symbol = MARKS[round % MARKS.length] ?? MARKS[0];
  return `<c:marker><c:symbol val="${symbol}"/><c:size val="5"/><c:spPr>${fillXml(color)}${lineXml('FFFFFF', 9_525)}</c:spPr></c:marker>`;
};

const fillXml = (color: string): string => `<a:solidFill><a:srgbClr val="${color}"/></a:solidFill>`;

const hatchXml = (color: string): string =>
  `<a:pattFill prst="wdUpDiag"><a:fgClr><a:srgbClr val="${color}"/></a:fgClr><a:bgClr><a:srgbClr val="FFFFFF"/></a:bgClr></a:pattFill>${lineXml(color, 9_525)}`;

const lineXml = (color: string, width: number, dash: 'solid' | 'dash' = 'solid'): string =>
  `<a:ln w="${width}">${fillXml(color)}<a:prstDash val="${dash}"/></a:ln>`;

/** At most so many months are named on the axis. */
const MOST_LABELS = 9;
const LABEL_STEPS = [1, 2, 3, 6, 12, 24];

const monthAxisXml = (months: number): string => {
  const step = LABEL_STEPS.find((each) => months / each <= MOST_LABELS) ?? LABEL_STEPS.at(-1);
  const parts = [
    axisXml(ACROSS, 'b'),
    `<c:numFmt formatCode="yyyy-mm" sourceLinked="0"/>${TICKS}${axisLookXml()}`,
    `<c:crossAx val="${MONEY}"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblOffset val="100"/>`,
    `<c:baseTimeUnit val="months"/><c:majorUnit val="${step}"/><c:majorTimeUnit val="months"/>`,
  ];
  return `<c:dateAx>${parts.join('')}</c:dateAx>`;
};

const categoryAxisXml = (): string => {
  const parts = [
    `${axisXml(ACROSS, 'b')}<c:numFmt formatCode="General" sourceLinked="0"/>${TICKS}${axisLookXml()}`,
    `<c:crossAx val="${MONEY}"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/>`,
  ];
  return `<c:catAx>${parts.join('')}</c:catAx>`;
};

const moneyAxisXml = (unit: string, crossing: 'between' | 'midCat'): string => {
  const parts = [
    `${axisXml(MONEY, 'l', '<c:min val="0"/>')}<c:majorGridlines><c:spPr>${lineXml(RULE, 6_350)}</c:spPr></c:majorGridlines>`,
    `${titleXml(unit, LABEL_SIZE)}<c:numFmt formatCode="#,##0" sourceLinked="0"/>${TICKS}${axisLookXml()}`,
    `<c:crossAx val="${ACROSS}"/><c:crosses val="autoZero"/><c:crossBetween val="${crossing}"/>`,
  ];
  return `<c:valAx>${parts.join('')}</c:valAx>`;
};

const TICKS = '<c:majorTickMark val="out"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>';

const axisXml = (id: number, position: 'b' | 'l', least = ''): string =>
  `<c:axId val="${id}"/><c:scaling><c:orientation val="minMax"/>${least}</c:scaling><c:delete val="0"/><c:axPos val="${position}"/>`;

const axisLookXml = (): string => `<c:spPr>${lineXml(RULE, 9_525)}</c:spPr>${textXml(LABEL_SIZE)}`;

const textXml = (size: number): string =>
  `<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="${size}" b="0">${fillXml(MUTED)}</a:defRPr></a:pPr><a:endParaRPr lang="en-US"/></a:p></c:txPr>`;

const titleXml = (title: string, size: number): string => {
  const look = size === TITLE_SIZE ? `sz="${size}" b="1"` : `sz="${size}" b="0"`;
  const fill = fillXml(size === TITLE_SIZE ? INK : MUTED);
  const run = `<a:r><a:rPr lang="en-US" ${look}>${fill}</a:rPr><a:t>${escapeXml(title)}</a:t></a:r>`;
  return `<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr ${look}/></a:pPr>${run}</a:p></c:rich></c:tx><c:overlay val="0"/></c:title>`;
};
