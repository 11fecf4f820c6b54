/** Reads RFC 4180 text that begins with a byte order mark, character by character; throws at anything else. */
export const parseCsv = (text: string): readonly (readonly string[])[] => {
  if (!text.startsWith('\uFEFF')) throw new Error('no byte order mark');
  const rows: string[][] = [];
  let at = 1;
  while (at < text.length) {
    const row: string[] = [];
    for (;;) {
      const field = readField(text, at);
      row.push(field.text);
      at = field.end + 1;
      if (text[field.end] === ',') continue;
      if (text.slice(field.end, field.end + 2) !== '\r\n') throw new Error(`no end of the field at ${field.end}`);
      at += 1;
      break;
    }
    rows.push(row);
  }
  return rows;
};

const readField = (text: string, start: number): { readonly text: string; readonly end: number } => {
  if (text[start] !== '"') {
    let end = start;
    while (end < text.length && text[end] !== ',' && text[end] !== '\r') end += 1;
    const field = text.slice(start, end);
    if (/["\n]/.test(field)) throw new Error(`a bare quote or line feed at ${start}`);
    return { text: field, end };
  }
  let field = '';
  let at = start + 1;
  while (at < text.length) {
    if (text[at] !== '"') field += text[at];
    else if (text[at + 1] === '"') {
      field += '"';
      at += 1;
    } else return { text: field, end: at + 1 };
    at += 1;
  }
  throw new Error(`a quote at ${start} never ends`);
};
