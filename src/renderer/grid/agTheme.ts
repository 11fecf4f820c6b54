/** The grid's look, from the window's own custom properties: light and dark follow by themselves. */
import { iconSetQuartzLight, themeQuartz } from 'ag-grid-community';

export const ROW_HEIGHT = 28;
export const HEADER_HEIGHT = 34;

export const gridTheme = themeQuartz.withPart(iconSetQuartzLight).withParams({
  accentColor: 'var(--accent)',
  backgroundColor: 'var(--panel)',
  foregroundColor: 'var(--ink)',
  textColor: 'var(--ink)',
  borderColor: 'var(--line)',
  chromeBackgroundColor: 'var(--bg)',
  headerBackgroundColor: 'var(--bg)',
  headerTextColor: 'var(--ink2)',
  headerFontWeight: 600,
  headerFontSize: 12,
  fontFamily: 'var(--font)',
  fontSize: 13,
  dataFontSize: 13,
  rowHeight: ROW_HEIGHT,
  headerHeight: HEADER_HEIGHT,
  cellHorizontalPadding: 8,
  spacing: 4,
  wrapperBorder: false,
  wrapperBorderRadius: 0,
  borderRadius: 0,
  rowBorder: { color: 'var(--line2)', width: 1 },
  columnBorder: { color: 'var(--line2)', width: 1 },
  headerColumnBorder: { color: 'var(--line)', width: 1 },
  headerRowBorder: { color: 'var(--line)', width: 1 },
  pinnedColumnBorder: { color: 'var(--line)', width: 1 },
  pinnedRowBorder: { color: 'var(--line)', width: 1 },
  headerColumnResizeHandleColor: 'transparent',
});
