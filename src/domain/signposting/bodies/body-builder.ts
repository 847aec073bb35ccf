import type {Body, Way} from '../../../contract/signposts.js';
import type {Nation} from '../../../contract/situation-values.js';

// The few shapes in which bodies are written down, so that their files hold facts alone.

/** The day on which what has a source was last read there. */
export const readOn = '2026-11-22';

export const phone = (value: string, note?: string): Way => ({kind: 'phone', value, checked: readOn, ...(note && {note})});
export const plain = (kind: 'relay' | 'bsl' | 'email' | 'post', value: string): Way => ({kind, value, checked: readOn});
export const web = (address: string, checked: string | null = readOn): Way => ({kind: 'web', value: `https://${address}`, checked});
/** One of the eight numbers that everybody knows. */
export const known = (value: string): Way => ({kind: 'phone', value, known: true, checked: null});
export const knownText = (value: string, message: string): Way => ({kind: 'text', value, message, known: true, checked: null});
/** What was read at its source. */
export const fact = (words: string) => ({words, checked: readOn});
/** What nobody has checked yet; its words say so. */
export const unchecked = (words: string) => ({words, checked: null});

type Written = Partial<Body> & Pick<Body, 'id' | 'name' | 'does'>;

/** Bodies with what most of them share: reached in no way that may be shown, and read on that day where a web address says that they are there. */
export function buildBodies(nation: Nation | undefined, written: readonly Written[]): Body[] {
  return written.map(({ways = [], ...body}) => ({ways, checked: ways.some(({kind}) => kind === 'web') ? readOn : null, ...body, ...(nation && {nation})}));
}
