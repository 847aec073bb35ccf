/** Whether something that may be for one nation alone is for `nation`. */
export function matchesNation({nation}: {nation?: string | undefined}, nationAsked: string): boolean {
  return nation === undefined || nation === nationAsked;
}

/** Whether one of an area's codes and names is the one that was given. */
export function matchesArea(area: readonly string[] | undefined, given: string | undefined): boolean {
  const asked = normaliseArea(given ?? '');
  return asked !== '' && Boolean(area?.some((each) => normaliseArea(each) === asked));
}

/** A code or name of an area as it is compared. */
export function normaliseArea(area: string): string {
  return area.trim().toLowerCase();
}
