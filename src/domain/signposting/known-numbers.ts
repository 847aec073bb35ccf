import type {SignpostDirectory, Way} from '../../contract/signposts.js';

const phones = ['999', '111', '101', '116 123', '0800 1111', '0808 800 5000', '0808 2000 247'];
const texts = ['85258'];

/** The eight numbers that everybody knows, in words. */
export const knownNumbers = [...phones, ...texts.map((number) => `text ${number}`)].join(', ');

/** Whether it is one of the eight that may be shown although no day says when they were checked. */
export function isKnownNumber({kind, value}: Way): boolean {
  const numbers = kind === 'phone' ? phones : kind === 'text' ? texts : [];
  return numbers.some((number) => plain(number) === plain(value));
}

/** The directory without anybody's claim that another number is one of the eight; such a way is shown only once it was checked. */
export function withKnownOnly(directory: SignpostDirectory): SignpostDirectory {
  const honest = (way: Way): Way => (way.known && !isKnownNumber(way) ? {...way, known: undefined} : way);
  return {...directory, bodies: directory.bodies.map((body) => ({...body, ways: body.ways.map(honest)}))};
}

const plain = (number: string) => number.replaceAll(' ', '');
