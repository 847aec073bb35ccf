/** Whether something that may be for one nation alone is for `nation`. */
export function isIn({nation}: {nation?: string | undefined}, nationAsked: string): boolean {
  return nation === undefined || nation === nationAsked;
}

/** Whether one of an area's codes and names is the one that was given. */
export function isThere(area: readonly string[] | undefined, given: string | undefined): boolean {
  const asked = plain(given ?? '');
  return asked !== '' && Boolean(area?.some((each) => plain(each) === asked));
}

const plain = (area: string) => area.trim().toLowerCase();
