// @ts-check
// node tools/room.js   writes the room of docs/room.json into every snippet of the README, of docs/ and of the demonstration.
// `npm run bench -- room` says what the elements need and what moves.
import {readFileSync, readdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));

/**
 * How many pixels the `<svg>` of a snippet keeps free, by the tag that it is for.
 * @type {Record<string, number>}
 */
export const rooms = JSON.parse(readFileSync(join(root, 'docs', 'room.json'), 'utf8'));

/** The files that hold snippets, from the project's folder. */
export const filesWithSnippets = ['README.md', ...filesIn('docs', '.md'), ...filesIn('demo', '.html')];

/**
 * @param {string} folder
 * @param {string} ending
 */
function filesIn(folder, ending) {
  return readdirSync(join(root, folder), {recursive: true}).map((path) => `${folder}/${path}`).filter((path) => path.endsWith(ending));
}

/**
 * @param {string} opening a tag as it is written, `<care-rating display="badge">`
 * @returns {number} the room that its snippet keeps; 0 where none is to come
 */
export function roomOf(opening) {
  if (/ isolated[\s>]/.test(opening)) return 0;
  const fitting = Object.keys(rooms).filter((each) => {
    const [, name, attribute = ''] = /^([\w-]+)(?:\[(.+)\])?$/.exec(each) ?? [];
    return opening.startsWith(`<${name} `) && opening.includes(attribute);
  });
  const room = rooms[fitting.at(-1) ?? ''];
  if (!room) throw new Error(`docs/room.json has no room for ${opening}`);
  return room;
}

/** @param {number} room */
export const svgOf = (room) => `<svg width="1" height="${room}" aria-hidden="true"></svg>`;

/**
 * The snippets in a text.
 * @param {string} text
 * @returns {{whole: string, opening: string, within: string}[]}
 */
export function snippetsIn(text) {
  return [...text.matchAll(/(<(care-[a-z]+)(?: [^>]*)?>)\n([\s\S]*?)<\/\2>/g)].map(([whole, opening = '', , within = '']) => ({whole, opening, within}));
}

/**
 * The README's snippet for a tag, with the attribute and the room that the tag's name in docs/room.json has.
 * @param {string} readme
 * @param {string} tag such as `care-rating[display="badge"]`
 */
export function snippetFor(readme, tag) {
  const [, name = '', attribute = ''] = /^([\w-]+)(?:\[(.+)\])?$/.exec(tag) ?? [];
  const found = snippetsIn(readme).find(({opening}) => opening.startsWith(`<${name} `));
  if (!found) throw new Error(`The README has no snippet for ${tag}.`);
  const opening = attribute ? found.opening.replace('>', ` ${attribute}>`) : found.opening;
  return found.whole.replace(found.opening, opening).replace(/<svg [^>]*><\/svg>/, svgOf(roomOf(opening)));
}

/** The rows of the table in docs/embed/styling.md. */
export const table = Object.entries(rooms).map(([each, room]) => `| \`<${each.replace('[', ' ').replace(']', '')}>\` | \`${room}\` |`).join('\n');

/** @param {string} text of a page */
function withRooms(text) {
  const snippets = snippetsIn(text).reduce((all, {whole, opening}) => all.replace(whole, whole.replace(/<svg width="1" height="\d+" aria-hidden="true"><\/svg>/, svgOf(roomOf(opening)))), text);
  return snippets.replace(/(\| tag \| `height` \|\n\| --- \| --- \|\n)(?:\|.*\n)+/, `$1${table}\n`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const file of filesWithSnippets) {
    const text = readFileSync(join(root, file), 'utf8');
    const written = withRooms(text);
    if (written === text) continue;
    writeFileSync(join(root, file), written);
    console.log(`${file}: written`);
  }
}
