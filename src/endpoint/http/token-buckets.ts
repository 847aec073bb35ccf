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

// Some ten megabytes.
const usualMost = 100_000;

/**
 * Buckets by key, each full at first; no more than `most` are kept. Beyond it
 * those that were used longest ago are forgotten, which lets more through and
 * stops nobody.
 */
export function createBuckets({atOnce, perSecond}: Rate, most = usualMost) {
  // Half of them each. To take the oldest key out of one large Map again and again, V8 looks at all that were
  // taken out before: a third of a millisecond for each request, as soon as somebody comes from many networks.
  let recent = new Map<string, Bucket>();
  let earlier = new Map<string, Bucket>();

  function put(key: string, bucket: Bucket): void {
    recent.set(key, bucket);
    if (recent.size < most / 2) return;
    earlier = recent;
    recent = new Map();
  }

  function tokensAt(key: string, now: number): number {
    const before = recent.get(key) ?? earlier.get(key) ?? {tokens: atOnce, at: now};
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
      put(key, {tokens: hasOne ? tokens - 1 : tokens, at: now});
      return hasOne ? undefined : Math.ceil((1 - tokens) / perSecond);
    },

    empty(): void {
      recent = new Map();
      earlier = new Map();
    },
  };
}
