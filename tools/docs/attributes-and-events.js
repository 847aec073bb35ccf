// @ts-check
import {cli} from '@custom-elements-manifest/analyzer/cli.js';
import {root} from '../../build/builds.js';
import {code, joinParts, pageHeader, table} from './markdown.js';

/** @typedef {{name: string, description?: string, default?: string, attribute?: string, kind?: string, privacy?: string, reflects?: boolean, fieldName?: string, type?: {text: string}}} Described */
/** @typedef {{description: string, tagName: string, attributes?: Described[], members?: Described[], events?: Described[], slots?: Described[], cssParts?: Described[], cssProperties?: Described[], cssStates?: Described[]}} Element */

/**
 * What custom-elements.json says of each tag, in the order of their names.
 * @returns {Promise<Element[]>}
 */
export async function describedElements() {
  const {modules} = /** @type {{modules: {declarations?: (Element & {customElement?: boolean})[]}[]}} */ (await cli({argv: ['analyze', '--config', 'tools/custom-elements-manifest.config.js'], cwd: root, noWrite: true}));
  const elements = modules.flatMap(({declarations = []}) => declarations).filter(({customElement}) => customElement);
  return elements.sort((one, other) => (one.tagName < other.tagName ? -1 : 1));
}

export async function attributesAndEventsPage() {
  const elements = await describedElements();
  return joinParts([
    pageHeader('Attributes and events', '`custom-elements.json`, which is made from the elements themselves'),
    'The package has that file too, for editors and other tools (`care-elements/custom-elements.json`).',
    `Tags: ${elements.map(({tagName}) => `[${code(`<${tagName}>`)}](#${tagName})`).join(' · ')}. What all of them have: [states](#states), [properties of CSS](#properties-of-css).`,
    ...elements.flatMap((element) => section(element)),
    '## States',
    'Each element is in one of these, for a stylesheet: `care-rating:state(unavailable)`. Browsers know them from Chrome 125, Firefox 126 and Safari 17.4 on.',
    table(['state', 'when'], (elements[0]?.cssStates ?? []).map(({name, description = ''}) => [code(`:state(${name})`), description])),
    '## Properties of CSS',
    'Set them on the tag or on anything around it.',
    table(['property', 'for', 'default', 'read by'], (elements[0]?.cssProperties ?? []).map(({name, description = '', default: usual = ''}) => [code(name), description, usual, readBy(name, elements)])),
  ]);
}

/** @param {Element} element */
function section({tagName, description, attributes = [], members = [], events = [], slots = [], cssParts = []}) {
  const bare = members.filter(({kind, privacy, attribute, description: words}) => kind === 'field' && privacy === 'public' && !attribute && words);
  return [
    `## ${code(`<${tagName}>`)}`,
    description.replace(/\s+/g, ' '),
    table(['attribute', 'property', 'what it is', 'holds'], attributes.map(({name, fieldName = '', description: words = '', type}) => [code(name), code(fieldName), words, kindOf(type?.text ?? '')])),
    bare.length > 0 ? table(['property without an attribute', 'what it is', 'holds'], bare.map(({name, description: words = '', type}) => [code(name), words, kindOf(type?.text ?? '')])) : undefined,
    table(['event', 'fires when'], events.filter(({name}) => name).map(({name, description: words = ''}) => [code(name), words])),
    `Between the tags: ${(slots[0]?.description ?? '').replace(/^W/, 'w')}`,
    table(['part', 'what it is'], cssParts.map(({name, description: words = ''}) => [code(`::part(${name})`), words])),
  ];
}

/** @param {string} type as TypeScript writes it */
function kindOf(type) {
  const kinds = type.split(' | ').filter((each) => !['null', 'undefined'].includes(each));
  return kinds.map((each) => ({string: 'text', boolean: 'there, or not there'})[each] ?? code(each.replace(/^'(.*)'$/, '$1'))).join(', ');
}

/**
 * @param {string} property
 * @param {Element[]} elements
 */
function readBy(property, elements) {
  const readers = elements.filter(({cssProperties = []}) => cssProperties.some(({name}) => name === property)).map(({tagName}) => code(tagName));
  return readers.length === elements.length ? 'all' : readers.join(', ');
}
