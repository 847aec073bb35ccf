const writtenTwoWays: Record<string, string> = {st: 'saint', saint: 'st', ltd: 'limited', limited: 'ltd', centre: 'center', center: 'centre', dr: 'doctor', doctor: 'dr'};

/** The other way in which a word is often written, if it has one. */
export function otherSpelling(each: string): string | undefined {
  return Object.hasOwn(writtenTwoWays, each) ? writtenTwoWays[each] : undefined;
}

/** The parts of a whole compact postcode (`dn67jx`: `dn6`, and the sector `dn67`), or `undefined` when it is none. */
export function partsOfPostcode(compact: string): {outward: string; sector: string} | undefined {
  if (!/^[a-z]{1,2}\d[a-z\d]?\d[a-z]{2}$/.test(compact)) return undefined;
  return {outward: compact.slice(0, -3), sector: compact.slice(0, -2)};
}

const lookAlike = ['0o', '1il'];
const isLetter = /[a-z]/;

/** The postcodes that somebody may have meant who took O for 0, or I or l for 1, or the other way round: what was typed is none of them. */
export function meantPostcodes(compact: string): string[] {
  if (!/^[a-z\d]{5,7}$/.test(compact) || !/[0o1il]/.test(compact)) return [];
  // It begins with a letter, and ends with a digit and two letters.
  const digitAt = compact.length - 3;
  let readings = [''];
  for (const [position, character] of [...compact].entries()) {
    const alike = [...(lookAlike.find((each) => each.includes(character)) ?? character)];
    const fitting = alike.filter((each) => (position === digitAt ? !isLetter.test(each) : position > 0 && position < digitAt || isLetter.test(each)));
    readings = readings.flatMap((reading) => fitting.map((each) => reading + each));
  }
  return readings.filter((reading) => reading !== compact && partsOfPostcode(reading));
}
