// A worker is ended by a signal, of which what it has started would not hear: browsers, servers and folders are ended on `exit`.
const isSet = Symbol.for('care-elements-tests-end-with-exit');

// Files share a worker, and each comes by here.
if (!(isSet in process)) {
  Object.assign(process, {[isSet]: true});
  process.once('SIGTERM', () => {
    // Vitest lets nobody call `process.exit` in a worker.
    process.emit('exit', 0);
    process.kill(process.pid, 'SIGKILL');
  });
}
