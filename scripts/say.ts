/** Words for the person at the terminal. They go to stderr: stdout belongs to what other programs read (`--print-launch`). */
export const say = (line: string): void => {
  process.stderr.write(`${line}\n`);
};
