import {createHash, timingSafeEqual} from 'node:crypto';

/** Takes the same time wherever two secrets begin to differ, and whatever their lengths. */
export function isSameSecret(one: string, other: string): boolean {
  const [first, second] = [one, other].map((text) => createHash('sha256').update(text).digest());
  return first !== undefined && second !== undefined && timingSafeEqual(first, second);
}
