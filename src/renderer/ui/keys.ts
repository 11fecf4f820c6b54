/** Names of keys as this machine's keyboard has them: 'Ctrl+Shift+N' -> '⇧⌘N' on a Mac. */

const MAC = /mac/i.test(globalThis.navigator?.userAgent ?? '');

export const keysName = (keys: string, mac: boolean = MAC): string =>
  mac
    ? `${keys.includes('Shift+') ? '⇧' : ''}${keys.includes('Ctrl+') ? '⌘' : ''}${keys.replace('Ctrl+', '').replace('Shift+', '')}`
    : keys;
