/**
 * The charts of a sheet as parts of the package: the sheet names a drawing, the drawing places the charts and names their parts.
 * Units: EMU (1/9,525 of a pixel) in anchors. Source: ECMA-376 part 1, 20.5 (SpreadsheetML drawing); part 2, 9 (relations).
 */
import { type Chart, chartXml } from './charts.ts';
import type { Package, SheetPart } from './exceljsInsides.ts';
import type { SheetModel } from './model.ts';
import { pixelsOf } from './page.ts';
import { escapeXml } from './xmlText.ts';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const CONTENT = 'application/vnd.openxmlformats-officedocument';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Before the comments of the sheet. */
export const writeDrawing = (to: Package, sheet: SheetPart, { charts = [], widths }: SheetModel): void => {
  if (charts.length === 0) return;
  const drawing = `drawings/drawing${sheet.id}.xml`;
  const relations = charts.map((chart, index) => {
    const path = `charts/chart${sheet.id}_${index + 1}.xml`;
    to.addPart({ path: `xl/${path}`, contentType: `${CONTENT}.drawingml.chart+xml`, xml: chartXml(chart) });
    return `<Relationship Id="${relationId(index)}" Type="${OFFICE}/chart" Target="../${path}"/>`;
  });
  const namespace = 'http://schemas.openxmlformats.org/package/2006/relationships';
  to.addPart({
    path: `xl/drawings/_rels/drawing${sheet.id}.xml.rels`,
    contentType: null,
    xml: `${HEAD}<Relationships xmlns="${namespace}">${relations.join('')}</Relationships>`,
  });
  to.addPart({ path: `xl/${drawing}`, contentType: `${CONTENT}.drawing+xml`, xml: drawingXml(charts, widths) });
  sheet.addAtEnd(`<drawing r:id="${sheet.relate(`${OFFICE}/drawing`, `../${drawing}`)}"/>`);
};

const relationId = (index: number): string => `rId${index + 1}`;

const NAMESPACES = [
  'xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
].join(' ');

const drawingXml = (charts: readonly Chart[], widths: readonly number[]): string =>
  `${HEAD}<xdr:wsDr ${NAMESPACES}>${charts.map((chart, index) => anchorXml(chart, index, widths)).join('')}</xdr:wsDr>`;

const anchorXml = ({ title, place }: Chart, index: number, widths: readonly number[]): string => {
  const from = cornerXml(place.left, place.firstRow - 1, widths);
  const to = cornerXml(place.right, place.lastRow, widths);
  const frame = [
    `<xdr:nvGraphicFramePr><xdr:cNvPr id="${index + 2}" name="${escapeXml(title)}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>`,
    '<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>',
    `<a:graphic><a:graphicData uri="${CHART}"><c:chart xmlns:c="${CHART}" xmlns:r="${OFFICE}" r:id="${relationId(index)}"/></a:graphicData></a:graphic>`,
  ];
  return `<xdr:twoCellAnchor editAs="oneCell"><xdr:from>${from}</xdr:from><xdr:to>${to}</xdr:to><xdr:graphicFrame macro="">${frame.join('')}</xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>`;
};

const CHART = 'http://schemas.openxmlformats.org/drawingml/2006/chart';
const EMU_PER_PIXEL = 9_525;

/** `row` is 0-based: the corner lies on its upper edge. */
const cornerXml = (pixels: number, row: number, widths: readonly number[]): string => {
  let rest = pixels;
  let column = 0;
  for (const width of widths) {
    if (rest < pixelsOf(width)) break;
    rest -= pixelsOf(width);
    column += 1;
  }
  return `<xdr:col>${column}</xdr:col><xdr:colOff>${Math.round(rest * EMU_PER_PIXEL)}</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff>`;
};
