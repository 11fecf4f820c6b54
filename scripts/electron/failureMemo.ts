import fs from 'node:fs';
import path from 'node:path';

export interface FailureMemo {
  readonly recall: () => string | null;
  readonly remember: (reason: string) => void;
  readonly forget: () => void;
}
interface Remembered {
  readonly subject: string;
  readonly at: number;
  readonly reason: string;
}
interface MemoInput {
  readonly file: string;
  /** what failed; another subject (version, mirror) is tried at once */
  readonly subject: string;
  readonly keepMs: number;
  readonly now?: () => number;
}

const readRemembered = (file: string): Remembered | null => {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8')) as Remembered;
  } catch {
    return null;
  }
};

/** Remembers for a while that something failed, so that not every start waits for it to fail again. */
export const failureMemo = ({ file, subject, keepMs, now = Date.now }: MemoInput): FailureMemo => ({
  recall: () => {
    const remembered = readRemembered(file);
    if (remembered === null || remembered.subject !== subject) return null;
    return now() - remembered.at < keepMs ? remembered.reason : null;
  },
  remember: (reason) => {
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, JSON.stringify({ subject, at: now(), reason } satisfies Remembered));
  },
  forget: () => fs.rmSync(file, { force: true }),
});
