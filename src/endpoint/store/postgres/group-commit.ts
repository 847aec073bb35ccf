interface Waiting<Item, Result> {
  item: Item;
  resolve(result: Result): void;
  reject(reason: unknown): void;
}

/**
 * One after the other, each with all that came while the one before went on, at most `most`:
 * so one wait for the disk does for all. Where one of them may be to blame, each is tried alone.
 */
export function groupCommit<Item, Result>(most: number, keepAll: (items: readonly Item[]) => Promise<Result[]>, liesInOneCall: (error: unknown) => boolean): (item: Item) => Promise<Result> {
  const waiting: Waiting<Item, Result>[] = [];
  let isKeeping = false;

  async function keep(group: readonly Waiting<Item, Result>[]): Promise<void> {
    try {
      const results = await keepAll(group.map(({item}) => item));
      for (const [position, {resolve}] of group.entries()) resolve(results[position]!);
    } catch (error) {
      if (group.length > 1 && liesInOneCall(error)) for (const each of group) await keep([each]);
      else for (const {reject} of group) reject(error);
    }
  }

  async function keepWaiting(): Promise<void> {
    isKeeping = true;
    while (waiting.length > 0) await keep(waiting.splice(0, most));
    isKeeping = false;
  }

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({item, resolve, reject});
      // Not before whoever comes in the same moment has come too.
      if (!isKeeping) {
        isKeeping = true;
        setImmediate(() => void keepWaiting());
      }
    });
}
