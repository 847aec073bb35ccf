import type {ChildProcess} from 'node:child_process';

/** What a process says of itself. */
export interface Sight {
  /** Names of everything on `Object.prototype` and `Array.prototype`. */
  prototypes: string[];
  /** Bytes in use by the process and its threads, what buffers hold too, once what is not has been cleared away. */
  heap: number;
  /** Bytes of memory that the process has, and the most it has had since it began. */
  resident: number;
  peakResident: number;
}

// Runs inside the endpoint before its own code, and in its threads. It keeps neither alive.
//
// What a FinalizationRegistry holds for its callback (Node's fetch has one for each Request with a body) is let go only
// in a task after the collection. Until then it is counted as in use: some ten megabytes after ten thousand requests,
// or none, by when V8 last collected by itself. So the memory is read once a turn and another collection free nothing more.
const watcher = `
  import {BroadcastChannel, isMainThread, threadId} from 'node:worker_threads';
  const used = () => { gc(); const {heapUsed, external} = process.memoryUsage(); return heapUsed + external; };
  const turn = () => new Promise((done) => setImmediate(done));
  const level = async () => {
    for (let [least, idle] = [Infinity, 0]; ; ) {
      const now = used();
      idle = now < least * 0.999 ? 0 : idle + 1;
      least = Math.min(least, now);
      if (idle === 5) return least;
      await turn();
    }
  };
  const names = () => [Object.prototype, Array.prototype].flatMap((each) => Reflect.ownKeys(each).map(String));
  const channel = new BroadcastChannel('watched');
  channel.unref();
  if (isMainThread) {
    const threads = new Set();
    let heard = () => {};
    channel.onmessage = ({data: {begun, heap}}) => begun ? threads.add(begun) : heard(heap);
    const ofThreads = () => new Promise((done) => {
      let [left, sum] = [threads.size, 0];
      heard = (heap) => { left -= 1; sum += heap; if (left === 0) done(sum); };
      if (left === 0) return done(0);
      channel.postMessage('look');
    });
    process.on('message', async () => {
      const heap = (await level()) + (await ofThreads());
      process.send({prototypes: names(), heap, resident: process.memoryUsage.rss(), peakResident: process.resourceUsage().maxRSS * 1024});
    });
    process.channel?.unref();
  } else {
    // The other threads are heard here too.
    channel.onmessage = async ({data}) => data === 'look' && channel.postMessage({heap: await level()});
    channel.postMessage({begun: threadId});
  }
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

/** A size as a run prints it. */
export function megabytes(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
