import {spawn} from 'node:child_process';
import {findProgram} from '../../tools/setup/find-program.js';

/** A screen that nobody sees, for browsers that have to have one. */
export interface Display {
  /** For the variable `DISPLAY`. */
  name: string;
  /** Ends it, and with it what is shown on it. */
  end(): void;
}

/**
 * Opens a screen of its own; it ends with the process.
 *
 * @throws where there is no Xvfb, with how to get it
 */
export async function openDisplay(): Promise<Display> {
  const program = findProgram(['Xvfb']);
  if (!program) throw new Error('There is no Xvfb here, so no screen for a browser. "npm run setup" installs it, or says what to install.');
  // It takes a number that nobody has, and tells it where it is asked to.
  const child = spawn(program, ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'], {stdio: ['ignore', 'ignore', 'ignore', 'pipe']});
  const end = () => void child.kill('SIGKILL');
  process.once('exit', end);
  child.once('exit', () => process.off('exit', end));
  const number = await new Promise<string>((resolve, reject) => {
    child.stdio[3]!.once('data', (told) => resolve(String(told).trim()));
    child.once('error', reject).once('exit', (code, signal) => reject(new Error(`Xvfb ended by itself: ${code ?? signal}`)));
  });
  return {name: `:${number}`, end};
}
