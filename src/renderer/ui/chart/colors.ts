/** Colours as the canvas needs them: resolved, `#rrggbb`. */

const HEX = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i;

/** `weight` 0 = the colour itself, 1 = the ground: mixColor('#000000', '#ffffff', 0.5) -> '#808080'. No hex colour: unchanged. */
export const mixColor = (color: string, ground: string, weight: number): string => {
  const from = channels(color);
  const to = channels(ground);
  if (from === null || to === null) return color;
  const mixed = from.map((channel, index) => Math.round(channel + ((to[index] ?? channel) - channel) * weight));
  return `#${mixed.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
};

const channels = (color: string): readonly number[] | null => {
  const match = HEX.exec(color);
  return match === null ? null : match.slice(1).map((channel) => Number.parseInt(channel, 16));
};

/** How far part `index` of `count` is mixed with the ground: the first is pure, the last still told apart from the ground. */
export const shadeWeight = (index: number, count: number): number => (count < 2 ? 0 : (Math.min(index, count - 1) / (count - 1)) * 0.68);
