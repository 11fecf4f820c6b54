/** Small line icons, 16 x 16, in the colour of their text. */
const PATHS = {
  undo: 'M6 3.5 2.5 7 6 10.5M2.8 7H9.5a3.75 3.75 0 0 1 0 7.5H7',
  redo: 'M10 3.5 13.5 7 10 10.5M13.2 7H6.5a3.75 3.75 0 0 0 0 7.5H9',
  plus: 'M8 3v10M3 8h10',
  close: 'm4 4 8 8M12 4l-8 8',
  more: 'M3.5 8h.01M8 8h.01M12.5 8h.01',
  search: 'M7 12A5 5 0 1 0 7 2a5 5 0 0 0 0 10Zm3.6-1.4L14 14',
  fold: 'm4.5 9.5 3.5-3.5 3.5 3.5',
  unfold: 'm4.5 6.5 3.5 3.5 3.5-3.5',
  back: 'M9.5 3.5 5 8l4.5 4.5',
  left: 'M2.5 3.5h11v9h-11zM6 3.5v9',
  right: 'M2.5 3.5h11v9h-11zM10 3.5v9',
  error: 'M8 1.8 14.6 13.6H1.4zM8 6.2v3.4M8 11.8h.01',
  info: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12ZM8 7.4v3.4M8 5.2h.01',
  check: 'm3 8.5 3.2 3.2L13 4.8',
  pencil: 'm3 13 .6-2.8 7.3-7.3 2.2 2.2-7.3 7.3z',
  copy: 'M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3',
  trash: 'M2.8 4.5h10.4M6.2 4.5v-2h3.6v2M4.2 4.5l.7 9h6.2l.7-9',
  book: 'M3 3.2c1.8-.7 3.5-.5 5 .6 1.5-1.1 3.2-1.3 5-.6v9.6c-1.8-.7-3.5-.5-5 .6-1.5-1.1-3.2-1.3-5-.6zM8 3.8v9.6',
} as const;
export type IconName = keyof typeof PATHS;

export const Icon = ({ name }: { readonly name: IconName }) => (
  <svg
    className="icon"
    width="16"
    height="16"
    viewBox="0 0 16 16"
    fill="none"
    stroke="currentColor"
    strokeWidth={name === 'more' ? 2.2 : 1.4}
    strokeLinecap="round"
    strokeLinejoin="round"
    aria-hidden="true"
    focusable="false"
  >
    <path d={PATHS[name]} />
  </svg>
);
