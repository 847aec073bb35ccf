// @ts-check
// Services that are not there, named as real ones are.

/** @typedef {import('../../src/contract/service.js').Service} Service */

// The same directory and the same queries on every run.
let seed = 20261122;
export const random = () => {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
  return seed / 2 ** 32;
};
/** @param {number} below */
export const upTo = (below) => Math.floor(random() * below);
/** @template Item @param {readonly Item[]} items @returns {Item} */
export const one = (items) => /** @type {Item} */ (items[upTo(items.length)]);

const beginnings = ['al', 'ash', 'bar', 'beck', 'bram', 'brook', 'chel', 'cor', 'dun', 'east', 'el', 'fen', 'gar', 'glen', 'had', 'hol', 'ing', 'ken', 'lang', 'lin', 'mar', 'mel', 'nor', 'oak', 'pen', 'quin', 'ros', 'sand', 'stan', 'thorn', 'ul', 'wal', 'wes', 'yar'];
const middles = ['', '', 'a', 'be', 'ber', 'den', 'er', 'field', 'ing', 'le', 'mor', 'ne', 'ow', 'ring', 'ter', 'wick'];
const ends = ['bourne', 'bridge', 'bury', 'by', 'combe', 'cote', 'dale', 'den', 'field', 'ford', 'ham', 'hurst', 'ley', 'mere', 'mouth', 'port', 'stead', 'ton', 'wick', 'worth'];
export const inventName = () => capital(one(beginnings) + one(middles) + one(ends));
/** @param {string} word */
const capital = (word) => word.charAt(0).toUpperCase() + word.slice(1);
const towns = Array.from({length: 1500}, inventName);
const letters = [...'ABDEFGHJLNPQRSTUWXYZ'];
const outwards = Array.from({length: 2900}, () => `${one(letters)}${random() < 0.7 ? one(letters) : ''}${1 + upTo(29)}`);
const sorts = /** @type {const} */ ([
  ['care-home', ['House', 'Lodge', 'Court', 'Care Home', 'Nursing Home', 'Residential Home', 'House Care Home']],
  ['home-care', ['Home Care', 'Homecare', 'Care Services', 'Support Limited', 'Supported Living']],
  ['gp', ['Surgery', 'Medical Centre', 'Health Centre', 'Medical Practice']],
  ['dentist', ['Dental Practice', 'Dental Care', 'Dental Surgery']],
  ['hospital', ['Hospital', 'General Hospital', 'Clinic']],
]);

/** @param {number} number @returns {Service} */
export function inventService(number) {
  const [kind, words] = one(sorts);
  const town = one(towns);
  const start = random() < 0.15 ? `St ${inventName()}'s` : random() < 0.2 ? `The ${inventName()}` : inventName();
  const providerName = `${inventName()} ${one(['Care', 'Healthcare', 'Partnership', 'Group'])} Limited`;
  const at = `${one(outwards)} ${upTo(10)}${one(letters)}${one(letters)}`;
  return {
    id: `1-${1_000_000_000 + number}`,
    level: number % 4 === 0 ? 'provider' : 'location',
    name: `${start} ${one(words)}${random() < 0.2 ? ` - ${town}` : ''}`,
    town,
    postcode: at,
    odsCode: `V${String(number).padStart(5, '0')}`,
    ...(number % 4 === 0 ? {} : {provider: {id: `1-${1_000_000_000 + number - (number % 4)}`, name: providerName}}),
    kinds: [kind],
    status: random() < 0.1 ? {kind: 'closed', on: '2024-05-01'} : {kind: 'registered'},
  };
}
