/**
 * Comments of cells: notes and problems where the pointer finds them. The columns of notes and problems say the same and are what is read
 * back; a comment never is. A sheet has at most some thousand of them: Excel draws a shape for each, and they wait in memory for the end
 * of the sheet.
 *
 * Written by ourselves, because the library writes every box in one size and its own name as the author.
 * Units: pixels and rows of the usual height in anchors. Source: ECMA-376 part 1, 18.7 (comments); part 4, 19.4 (anchor of a note in VML).
 */
import { letters } from '../../shared/core/ids.ts';
import type { Package, SheetPart } from './exceljsInsides.ts';
import type { SheetModel } from './model.ts';
import { charactersOf, pixelsOf } from './page.ts';
import { shownText } from './sanitise.ts';
import { escapeXml } from './xmlText.ts';

export const MOST_COMMENTS = 2_000;

interface Comment {
  /** 1-based */
  readonly row: number;
  /** 0-based */
  readonly column: number;
  readonly text: string;
}
export interface CommentList {
  /** in the order of rows; ignored where the sheet has enough */
  readonly add: (comment: Comment) => void;
  readonly write: (to: Package, sheet: SheetPart) => void;
}

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export const listComments = ({ widths }: SheetModel): CommentList => {
  const comments: Comment[] = [];
  return {
    add: (comment) => {
      if (comments.length < MOST_COMMENTS) comments.push(comment);
    },
    write: (to, sheet) => {
      if (comments.length === 0) return;
      const contentType = 'application/vnd.openxmlformats-officedocument';
      const path = `comments${sheet.id}.xml`;
      const drawing = `drawings/vmlDrawing${sheet.id}.vml`;
      to.addPart({ path: `xl/${path}`, contentType: `${contentType}.spreadsheetml.comments+xml`, xml: commentsXml(comments) });
      to.addPart({ path: `xl/${drawing}`, contentType: `${contentType}.vmlDrawing`, xml: shapesXml(comments, widths) });
      sheet.relate(`${RELATIONS}/comments`, `../${path}`);
      sheet.addAtEnd(`<legacyDrawing r:id="${sheet.relate(`${RELATIONS}/vmlDrawing`, `../${drawing}`)}"/>`);
    },
  };
};

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

const commentsXml = (comments: readonly Comment[]): string => {
  const list = comments.map(({ row, column, text }) => {
    const run = `<r><rPr><sz val="9"/><rFont val="Tahoma"/><family val="2"/></rPr><t xml:space="preserve">${escapeXml(shownText(text))}</t></r>`;
    return `<comment ref="${letters(column)}${row}" authorId="0"><text>${run}</text></comment>`;
  });
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  return `${HEAD}<comments xmlns="${main}"><authors><author>Costbook</author></authors><commentList>${list.join('')}</commentList></comments>`;
};

const shapesXml = (comments: readonly Comment[], widths: readonly number[]): string => {
  const shapes = comments.map((comment, index) => {
    const data = [
      '<x:MoveWithCells/><x:SizeWithCells/>',
      `<x:Anchor>${anchorOf(comment, widths).join(', ')}</x:Anchor><x:AutoFill>False</x:AutoFill>`,
      `<x:Row>${comment.row - 1}</x:Row><x:Column>${comment.column}</x:Column>`,
    ].join('');
    return `<v:shape id="_x0000_s${FIRST_SHAPE + index}" type="#_x0000_t202" style="position:absolute;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow color="black" obscured="t"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div style="text-align:left"/></v:textbox><x:ClientData ObjectType="Note">${data}</x:ClientData></v:shape>`;
  });
  return `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>${shapes.join('')}</xml>`;
};

const FIRST_SHAPE = 1025;
const BOX_PIXELS = 280;
/** of small text */
const CHARACTERS_PER_LINE = 44;
const MOST_LINES = 16;
const GAP = 12;

/** [left column, pixels in it, top row, pixels, right column, pixels, bottom row, pixels]: beside the cell, as high as its text. */
const anchorOf = ({ row, column, text }: Comment, widths: readonly number[]): readonly number[] => {
  let right = column + 1;
  let left = BOX_PIXELS + GAP;
  for (let width = columnPixels(widths, right); left > width; width = columnPixels(widths, right)) {
    left -= width;
    right += 1;
  }
  const top = Math.max(0, row - 2);
  return [column + 1, GAP, top, 4, right, left, top + linesOf(text) + 1, 4];
};

const USUAL_WIDTH = 9;
const columnPixels = (widths: readonly number[], column: number): number => pixelsOf(widths[column] ?? USUAL_WIDTH);

const linesOf = (text: string): number => {
  const lines = text.split('\n').map((line) => Math.max(1, Math.ceil(charactersOf(line) / CHARACTERS_PER_LINE)));
  return Math.min(
    MOST_LINES,
    lines.reduce((sum, count) => sum + count, 0),
  );
};
