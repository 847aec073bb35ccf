// Pages replace built-ins: old libraries with ones of their own, mocks with ones that stand still, recorders with ones
// that look on. What is sent must not hang on that, whether it happens before our script runs or after. So these ways are taken:
//
// | for | way |
// | --- | --- |
// | JSON that is sent | a writer of our own, `json.ts` |
// | ids, codes, base64 | loops, never `Array.from` or `btoa` (`contract/uuid.ts`, `contract/code.ts`, `sealing.ts`) |
// | JSON that came, bytes of text, random bytes, sealing, fetching, dates | the browser's own, from here |
// | the time | `clock.ts`, over what is here |
// | promises, events, an object's keys, in our code and in Lit's | put in by the build (`build/own-built-ins.js`) |
// | days of the calendar | arithmetic (`contract/days.ts`, `domain/questionnaire/dates.ts`) |
// | errors | a getter for `name`: where a page has frozen `Error.prototype`, nothing can be assigned to it |
//
// The browser's own is the page's, as long as nobody has replaced it; else that of an empty frame. No policy of a page
// refuses such a frame, since nothing is fetched for it, and what it fetches has the page's origin and no address. Where a
// page may have none, as in a sandbox, what the page has is used. Ratings are only shown, so `read-response.ts` fetches as the page does.

type Scope = typeof globalThis;

let frame: HTMLIFrameElement | undefined;

/** The browser's own `fetch`. What the page has put around it sees nothing of what is asked and sent, and adds nothing. */
export function cleanFetch(address: URL, options: RequestInit): Promise<Response> {
  // As text: what pages put around theirs often knows no other.
  return scopeWhere(isNative(globalThis.fetch)).fetch(address.href, options);
}

/** The browser's own `JSON`, for reading. */
export function cleanJson(): JSON {
  return scopeWhere(isNative(JSON.parse)).JSON;
}

/** The browser's own `Date`. */
export function cleanDate(): DateConstructor {
  return scopeWhere([Date, Date.now, Date.parse, Date.prototype.toISOString].every(isNative)).Date;
}

/** The browser's own clock that only grows, in milliseconds; what the page puts in its place later changes nothing. */
export function cleanSteady(): () => number {
  const {performance} = scopeWhere(isNative(globalThis.performance.now));
  const {now} = performance;
  return () => now.call(performance);
}

/** `count` bytes that nobody can guess. */
export function randomBytes(count: number): Uint8Array<ArrayBuffer> {
  return scopeWhere(isNative(globalThis.crypto?.getRandomValues)).crypto.getRandomValues(new Uint8Array(count));
}

/** The browser's own cryptography; `undefined` where the page may not use any. */
export function cleanSubtle(): SubtleCrypto {
  const {subtle} = globalThis.crypto ?? {};
  const isOwn = !globalThis.isSecureContext || (subtle && [subtle.generateKey, subtle.importKey, subtle.exportKey, subtle.deriveBits, subtle.digest, subtle.encrypt, subtle.decrypt].every(isNative));
  return scopeWhere(isOwn).crypto.subtle;
}

/** The bytes of `text` in UTF-8. */
export function encodeText(text: string): Uint8Array<ArrayBuffer> {
  return new (scopeWhere(isNative(globalThis.TextEncoder)).TextEncoder)().encode(text);
}

/** The text that these bytes are in UTF-8. */
export function decodeText(bytes: ArrayBuffer): string {
  return new (scopeWhere(isNative(globalThis.TextDecoder)).TextDecoder)().decode(bytes);
}

/** Whether it is the browser's. What is bound or a proxy looks the same, and passes on what it is given. */
function isNative(value: unknown): boolean {
  return typeof value === 'function' && /\[native code\]/.test(Function.prototype.toString.call(value));
}

/** The page's own scope where that can be used, else that of an empty frame, where the page may have one. */
function scopeWhere(isOwn: unknown): Scope {
  if (isOwn || typeof document === 'undefined') return globalThis;
  try {
    if (!frame?.isConnected) {
      frame = document.createElement('iframe');
      frame.hidden = true;
      document.documentElement.append(frame);
    }
    const scope = frame.contentWindow as unknown as Scope;
    // In a sandbox it is another origin's, and this throws.
    return scope.JSON ? scope : globalThis;
  } catch {
    return globalThis;
  }
}
