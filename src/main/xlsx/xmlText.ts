/** Text between the tags of XML. Of text that the sanitiser has passed: no character that XML forbids is in it. */
export const escapeXml = (text: string): string =>
  /[&<>]/.test(text) ? text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;') : text;
