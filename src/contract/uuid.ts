/**
 * A UUID of version 7 (RFC 9562, section 5.7).
 *
 * @param now milliseconds since 1970
 * @param random at least ten random bytes
 */
export function uuidV7(now: number, random: Uint8Array): string {
  const bytes = new Uint8Array(16);
  // 48 bits do not fit the bit operators of JavaScript, which take 32.
  for (let place = 5, rest = Math.floor(now); place >= 0; place -= 1, rest = Math.floor(rest / 256)) bytes[place] = rest % 256;
  bytes.set(random.subarray(0, 10), 6);
  bytes[6] = 0x70 | (bytes[6]! & 0x0f);
  bytes[8] = 0x80 | (bytes[8]! & 0x3f);
  // Not `Array.from`, which pages replace.
  let digits = '';
  for (const byte of bytes) digits += (256 + byte).toString(16).slice(1);
  return uuidOf(digits);
}

/** A UUID from its 32 hexadecimal digits. */
export function uuidOf(digits: string): string {
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
