/** A bucket holds `atOnce` tokens and gains `perSecond` until it is full again. */
export interface Rate {
  atOnce: number;
  perSecond: number;
}

interface Bucket {
  tokens: number;
  /** In milliseconds. */
  at: number;
}

// Some ten megabytes. Beyond it those that were used longest ago are forgotten, which lets more through and stops nobody.
const mostBuckets = 100_000;

/** Buckets by key, each full at first. */
export function createBuckets({atOnce, perSecond}: Rate) {
  const buckets = new Map<string, Bucket>();

  function tokensAt(key: string, now: number): number {
    const before = buckets.get(key) ?? {tokens: atOnce, at: now};
    // A clock that was put back gives no tokens and takes none.
    const gained = (Math.max(0, now - before.at) / 1000) * perSecond;
    return Math.min(atOnce, before.tokens + gained);
  }

  return {
    /** The whole seconds until there is a token, where there is none now; takes nothing. */
    wait(key: string, now: number): number | undefined {
      const tokens = tokensAt(key, now);
      return tokens >= 1 ? undefined : Math.ceil((1 - tokens) / perSecond);
    },

    /** Takes a token at `now`; where there is none, the whole seconds until there is one. */
    take(key: string, now: number): number | undefined {
      const tokens = tokensAt(key, now);
      const hasOne = tokens >= 1;
      buckets.delete(key);
      buckets.set(key, {tokens: hasOne ? tokens - 1 : tokens, at: now});
      if (buckets.size > mostBuckets) forgetOldest();
      return hasOne ? undefined : Math.ceil((1 - tokens) / perSecond);
    },

    empty(): void {
      buckets.clear();
    },
  };

  function forgetOldest(): void {
    const [oldest] = buckets.keys();
    if (oldest !== undefined) buckets.delete(oldest);
  }
}
