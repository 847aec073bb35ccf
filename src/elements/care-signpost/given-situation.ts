import type {Situation} from '../../contract/situation.js';
import {situationValues} from '../../contract/situation-values.js';

/** What the tag says of where, and of what is known already. */
export interface SignpostAttributes {
  endpoint?: string | null;
  src?: string | null;
  nation?: string | null;
  area?: string | null;
  situation?: string | Situation | null;
  leaveQuickly?: boolean;
}

/** What the page knows already. What it got wrong is left out, and its developer reads why; people are asked instead. */
export function givenBy({nation, area, situation}: SignpostAttributes): Situation {
  return {...read('situation', situation), ...read('nation', nation && {nation}), ...read('area', area?.trim() && {area: area.trim()})};
}

function read(attribute: string, given: unknown): Situation {
  if (!given) return {};
  try {
    const known: unknown = typeof given === 'string' ? JSON.parse(given) : given;
    if (typeof known !== 'object' || known === null || Array.isArray(known)) throw new Error('It is not an object.');
    for (const [key, value] of Object.entries(known)) check(key, value);
    return known;
  } catch (error) {
    console.error(`<care-signpost>, attribute "${attribute}" is not used. ${error instanceof Error ? error.message : String(error)} A situation looks like {"wants": "complain"}.`);
    return {};
  }
}

function check(key: string, value: unknown): void {
  if (key === 'area' && typeof value === 'string') return;
  if (key === 'happened' && /^\d{4}-(0[1-9]|1[0-2])$/.test(String(value))) return;
  const values: readonly unknown[] | undefined = Object.hasOwn(situationValues, key) ? situationValues[key as keyof typeof situationValues] : undefined;
  if (!values?.includes(value)) throw new Error(values ? `"${key}" is one of ${values.join(', ')}.` : `"${key}" is not known, or not as it should be.`);
}
