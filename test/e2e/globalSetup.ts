import { prepareApp } from '../../scripts/prepare.ts';
import { passLaunchToWorkers } from './fixtures/launch.ts';

/** Builds the app and finds its Electron once, before any worker starts. */
const globalSetup = async (): Promise<void> => {
  const prepared = await prepareApp();
  if (!prepared.ok) throw new Error(prepared.reason);
  const { electron, origin } = prepared.value;
  process.stdout.write(`Window tests run on Electron ${electron} from ${origin}.\n`);
  passLaunchToWorkers(prepared.value);
};

export default globalSetup;
