import { expect, test } from 'vitest';
import { paintSelection } from '../../../src/renderer/grid/paintedSelection.ts';
import { activate, extendTo, selectRange } from '../../../src/renderer/grid/selection.ts';
import { at, axesOf } from './axesOf.ts';

const AXES = axesOf('abcd', '123');
const block = paintSelection(extendTo(activate(at('b1')), at('c2')), AXES, null);

test('a cell knows at which borders of its range it is', () => {
  expect(block.cell('b', '1')).toMatchObject({ inside: true, top: true, left: true, bottom: false, right: false });
  expect(block.cell('c', '2')).toMatchObject({ inside: true, top: false, left: false, bottom: true, right: true });
  expect(block.cell('d', '1')).toMatchObject({ inside: false });
});
test('numbers and headers are touched, or whole where they were selected as a whole', () => {
  expect([block.row('a'), block.row('b'), block.column('2'), block.column('3')]).toEqual([null, 'touched', 'touched', null]);
  expect(paintSelection(selectRange('rows', at('b2')), AXES, null).row('b')).toBe('whole');
  expect(paintSelection(selectRange('columns', at('b2')), AXES, null).column('2')).toBe('whole');
});
test('the active cell alone is no range', () => {
  const alone = paintSelection(activate(at('b1')), AXES, null);
  expect([alone.cell('b', '1').inside, alone.row('b'), alone.areas.length]).toEqual([false, null, 0]);
});
test('what a drag would fill, and where rows would drop', () => {
  const fill = paintSelection(activate(at('a1')), AXES, { kind: 'fill', area: { top: 0, left: 0, bottom: 2, right: 0 } });
  expect([fill.cell('c', '1').preview, fill.cell('d', '1').preview]).toEqual([true, false]);
  const drop = paintSelection(activate(at('a1')), AXES, { kind: 'drop', row: 2 });
  expect([drop.cell('c', '3').drop, drop.cell('b', '3').drop]).toEqual([true, false]);
});
test('what was copied is framed wherever the selection goes on to', () => {
  const copied = selectRange('cells', at('b1'), at('c1')).ranges;
  const painted = paintSelection(activate(at('d3')), AXES, null, copied);
  expect(painted.cell('b', '1')).toMatchObject({ inside: false, copyTop: true, copyLeft: true, copyRight: true, copyBottom: false });
  expect(painted.cell('c', '1')).toMatchObject({ copyTop: false, copyBottom: true });
  expect(painted.cell('b', '2').copyLeft).toBe(false);
});
