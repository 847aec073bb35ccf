// @ts-check
// Which text is shown where, by who imports it: each surface has a catalogue of
// its own, so that nobody loads words that they cannot come to see.
import {filesReached} from './import-graph.js';

/** @typedef {import('./import-graph.js').Needs} Needs */

/**
 * @typedef {object} Surface
 * @property {string[]} from the files that it begins with, by their paths in src/; `*` stands for any part of a name
 * @property {string[]} [sharedBy] definitions of tags; it also has what every one of them may come to show
 * @property {boolean} [later] with what these files load afterwards
 * @property {string[]} [beside] surfaces whose catalogues are always loaded with this one, or before: what they have is left out
 */

/**
 * `form-first` is what a form shows before the rest of its code has come, `help`
 * is who can help, which form and panel both show. One more file for both is
 * 0.2 kB more for a form in another language, and 3.7 kB less where a page has both.
 * @type {Record<string, Surface>}
 */
export const surfaces = {
  // How to leave quickly, and why a form cannot start, are shown before the rest is asked for.
  'form-first': {from: ['define/care-feedback.ts', 'elements/shared/quick-exit/quick-exit.ts', 'elements/care-feedback/cannot-start.ts']},
  // All that a panel shows at first, too.
  help: {from: ['define/care-signpost.ts'], sharedBy: ['define/care-feedback.ts', 'define/care-signpost.ts']},
  form: {from: ['define/care-feedback.ts'], later: true, beside: ['form-first', 'help']},
  panel: {from: ['define/care-signpost.ts'], later: true, beside: ['help']},
  rating: {from: ['define/care-rating.ts'], later: true},
  place: {from: ['define/care-place.ts'], later: true},
  // Routes are handed the directory and the sets, and import neither.
  'plain-pages': {from: ['endpoint/front-routes.ts', 'endpoint/own-feedback/own-feedback-routes.ts', 'endpoint/plain-form/plain-form-routes.ts', 'endpoint/signposts/signposts-routes.ts', 'endpoint/signposts/who-can-help-routes.ts', 'endpoint/signposts/open-signposts.ts', 'endpoint/question-sets/open-question-sets.ts']},
  // The endpoint loads both at its start, and one language may speak from both.
  inbox: {from: ['endpoint/inbox/*.ts', 'endpoint/inbox/export/*.ts', 'endpoint/alerts/*.ts'], beside: ['plain-pages']},
};

/**
 * What runs by itself, and the surfaces whose catalogues it loads: of a tag first the one with its first view.
 * @type {Record<string, string[]>}
 */
export const programs = {
  'define/care-feedback.ts': ['form-first', 'help', 'form'],
  'define/care-place.ts': ['place'],
  'define/care-rating.ts': ['rating'],
  'define/care-signpost.ts': ['help', 'panel'],
  'endpoint/care-endpoint.ts': ['plain-pages', 'inbox'],
};

/** Whose catalogues no page loads that the public sees. */
export const teamSurfaces = ['inbox'];

/** @typedef {{files: Record<string, string[]>, graph: Record<string, Needs>}} Source the ids of the texts in each file, and what each file imports */

/**
 * The ids of the texts in each surface's catalogue.
 * @param {Source} source
 * @param {Record<string, Surface>} [among]
 * @returns {Map<string, Set<string>>}
 */
export function textsBySurface(source, among = surfaces) {
  /** @type {Map<string, Set<string>>} */
  const catalogues = new Map();
  for (const [name, {from, sharedBy = [], later = false, beside = []}] of Object.entries(among)) {
    const own = textsFrom(from.flatMap((pattern) => matching(pattern, Object.keys(source.graph))), source, {later});
    const [first, ...others] = sharedBy.map((entry) => textsFrom([entry], source, {later: true}));
    const shared = [...(first ?? [])].filter((id) => others.every((other) => other.has(id)));
    const loaded = beside.flatMap((each) => {
      const ids = catalogues.get(each);
      if (!ids) throw new Error(`The surface ${name} stands before ${each}, beside which it is loaded.`);
      return [...ids];
    });
    catalogues.set(name, new Set([...own, ...shared].filter((id) => !loaded.includes(id))));
  }
  return catalogues;
}

/**
 * Texts that would stay English in every language: those that a program may come
 * to show without loading their catalogue, and those that no program comes to.
 * @param {Source} source
 * @param {ReadonlyMap<string, ReadonlySet<string>>} catalogues
 * @param {Record<string, string[]>} [among]
 * @returns {{id: string, file: string, program?: string}[]}
 */
export function textsLeftOut(source, catalogues, among = programs) {
  /** @type {Set<string>} */
  const run = new Set();
  const left = Object.entries(among).flatMap(([program, loads]) => {
    const files = filesReached([program], new Map(Object.entries(source.graph)), {later: true});
    return [...files].flatMap((file) => {
      run.add(file);
      return (source.files[file] ?? []).filter((id) => !loads.some((surface) => catalogues.get(surface)?.has(id))).map((id) => ({id, file, program}));
    });
  });
  const unused = Object.keys(source.files).filter((file) => !run.has(file));
  return [...left, ...unused.flatMap((file) => (source.files[file] ?? []).map((id) => ({id, file})))];
}

/**
 * @param {readonly string[]} entries
 * @param {Source} source
 * @param {{later: boolean}} also
 */
function textsFrom(entries, {files, graph}, also) {
  return new Set([...filesReached(entries, new Map(Object.entries(graph)), also)].flatMap((file) => files[file] ?? []));
}

/**
 * @param {string} pattern
 * @param {string[]} paths
 */
function matching(pattern, paths) {
  const shape = new RegExp(`^${pattern.split('*').map((part) => part.replace(/[.]/g, '\\.')).join('[^/]*')}$`);
  const found = paths.filter((path) => shape.test(path));
  if (found.length === 0) throw new Error(`No file is src/${pattern}, with which a surface begins (tools/words/surfaces.js).`);
  return found;
}
