/** What ten times the length may take, in times of what the length takes: ten where time grows with length, a hundred where it grows with its square. */
export const mostGrowth = 40;

const rounds = 3;
const looks = 6;
// Long enough to be told from the clock's own steps, in milliseconds.
const measurable = 2;

/**
 * How many times longer `work` takes on ten times the length, in the same run.
 * The quickest of several rounds counts, and the best of several looks, since
 * what else the machine does can only make it seem more.
 */
export function growth(work: (text: string) => unknown, textOf: (length: number) => string, length: number): number {
  const [short, long] = [textOf(length), textOf(10 * length)];
  let least = Infinity;
  for (let look = 0; look < looks && least > mostGrowth; look += 1) least = Math.min(least, growthOf(() => work(short), () => work(long)));
  return least;
}

function growthOf(short: () => unknown, long: () => unknown): number {
  const times = Math.max(1, Math.ceil(measurable / Math.max(timeOf(short, 1), 0.001)));
  let [ofShort, ofLong] = [Infinity, Infinity];
  for (let round = 0; round < rounds; round += 1) {
    ofShort = Math.min(ofShort, timeOf(short, times) / times);
    ofLong = Math.min(ofLong, timeOf(long, 1));
  }
  return ofLong / ofShort;
}

function timeOf(work: () => unknown, times: number): number {
  const began = performance.now();
  for (let time = 0; time < times; time += 1) work();
  return performance.now() - began;
}
