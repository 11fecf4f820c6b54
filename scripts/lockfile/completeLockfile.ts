/** What is read and written of an entry of package-lock.json; the rest passes through. */
interface LockEntry {
  readonly version?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
  readonly libc?: readonly string[];
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}
export interface Lockfile {
  readonly packages: Readonly<Record<string, LockEntry>>;
}

const SYSTEMS = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32'];
const PROCESSORS = ['arm', 'arm64', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'wasm32', 'x64'];
/** Optional packages of one system that do not say so in their name. */
const SYSTEM_OF: Readonly<Record<string, string>> = { fsevents: 'darwin' };

/** '@biomejs/cli-linux-x64-musl' -> linux, x64, musl: the platform packages name what they are for. */
const platformOf = (name: string): Pick<LockEntry, 'os' | 'cpu' | 'libc'> => {
  const words = name.split(/[-/]/);
  const system = words.find((word) => SYSTEMS.includes(word)) ?? SYSTEM_OF[name];
  const processor = words.find((word) => PROCESSORS.includes(word));
  const isMusl = words.some((word) => word.startsWith('musl'));
  const isGlibc = words.some((word) => word.startsWith('gnu'));
  return {
    ...(system === undefined ? {} : { os: [system] }),
    ...(processor === undefined ? {} : { cpu: [processor] }),
    ...(isMusl ? { libc: ['musl'] } : isGlibc ? { libc: ['glibc'] } : {}),
  };
};

/** Whether a package at `from` ('node_modules/a/node_modules/b', '' is the root) finds `name` in the lock file. */
const isLocked = (packages: Lockfile['packages'], from: string, name: string): boolean => {
  if (`${from === '' ? '' : `${from}/`}node_modules/${name}` in packages) return true;
  if (from === '') return false;
  const parent = from.lastIndexOf('node_modules/');
  return isLocked(packages, from.slice(0, Math.max(0, parent - 1)), name);
};

/**
 * The optional packages that the lock file asks for and does not have. A registry mirror that carries one platform only answers
 * 404 for the others; npm then leaves them out, and `npm ci` refuses the lock file everywhere.
 */
export const missingOptionals = ({ packages }: Lockfile): Readonly<Record<string, LockEntry>> => {
  const missing: Record<string, LockEntry> = {};
  for (const [from, { dev, optionalDependencies = {} }] of Object.entries(packages)) {
    for (const [name, range] of Object.entries(optionalDependencies)) {
      if (isLocked(packages, from, name)) continue;
      const version = range.replace(/^[\^~]/, '');
      missing[`node_modules/${name}`] = { version, ...(dev === true ? { dev } : {}), optional: true, ...platformOf(name) };
    }
  }
  return missing;
};

/** The lock file with the missing ones, without hashes: on their platform npm takes them from the registry there. */
export const completeLockfile = (lockfile: Lockfile): Lockfile => {
  const entries = Object.entries({ ...lockfile.packages, ...missingOptionals(lockfile) });
  return { ...lockfile, packages: Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1))) };
};
