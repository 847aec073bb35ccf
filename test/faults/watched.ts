import type {ChildProcess} from 'node:child_process';

/** What a process says of itself. */
export interface Sight {
  /** Names of everything on `Object.prototype` and `Array.prototype`. */
  prototypes: string[];
  /** Bytes that are in use once what is not has been cleared away. */
  heap: number;
}

// Runs inside the endpoint before its own code, and in its threads, which have no channel. It keeps no process alive.
const watcher = `
  const names = () => [Object.prototype, Array.prototype].flatMap((each) => Reflect.ownKeys(each).map(String));
  process.on('message', () => { gc(); gc(); process.send({prototypes: names(), heap: process.memoryUsage().heapUsed}); });
  process.channel?.unref();
`;

/** Options for Node with which a process can be looked at. */
export const watched: readonly string[] = ['--expose-gc', '--import', `data:text/javascript,${encodeURIComponent(watcher)}`];

/** Looks at a process that was started with `watched`. */
export function lookAt(child: ChildProcess): Promise<Sight> {
  return new Promise((resolve, reject) => {
    child.once('message', (sight) => resolve(sight as Sight));
    child.once('exit', () => reject(new Error('The endpoint is gone.')));
    child.send('look');
  });
}
