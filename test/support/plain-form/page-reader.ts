/** A control of a form as a browser without script knows it. */
interface Control {
  tag: string;
  type: string;
  id: string;
  name: string;
  value: string;
  checked: boolean;
  label: string;
}

/** What a reader finds on a page that the endpoint made. */
export interface ReadPage {
  html: string;
  title: string;
  heading: string;
  /** All words of the page, without tags, one space between. */
  words: string;
  controls: Control[];
  isErrorSummaryFirst: boolean;
  errors: string[];
}

/** Reads a page. Our own pages quote every attribute and escape every `>`, so no parser is needed. */
export function readPage(html: string): ReadPage {
  const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
  if (new Set(ids).size < ids.length) throw new Error(`An id stands twice: ${ids.filter((id, place) => ids.indexOf(id) !== place).join(', ')}`);
  const main = /<main>([^]*)<\/main>/.exec(html)?.[1] ?? '';
  const labels = new Map([...html.matchAll(/<label[^>]*for="([^"]*)"[^>]*>([^]*?)<\/label>/g)].map(([, id, words]) => [id, wordsOf(words!)]));
  return {
    html,
    title: decoded(/<title>([^]*?)<\/title>/.exec(html)?.[1] ?? ''),
    heading: wordsOf(/<h1[^>]*>([^]*?)<\/h1>/.exec(html)?.[1] ?? ''),
    words: wordsOf(html.replace(/^[^]*<body/, '<body')),
    controls: [...main.matchAll(/<(input|textarea|button)\b([^>]*)>(?:([^<]*)(?:<\/(?:textarea|button)>))?/g)].map((match) => control(match, labels)),
    isErrorSummaryFirst: /^\s*<div class="error-summary"[^>]* tabindex="-1" autofocus>/.test(main),
    errors: [...main.matchAll(/<li><a href="#([^"]*)">([^]*?)<\/a><\/li>/g)].map(([, id, words]) => {
      if (!html.includes(`id="${id}"`)) throw new Error(`The error “${words}” leads to nothing: #${id}`);
      return decoded(words!);
    }),
  };
}

function control([, tag = '', written = '', inside = '']: RegExpMatchArray, labels: Map<string | undefined, string>): Control {
  const attribute = (name: string) => {
    const found = new RegExp(` ${name}(?:="([^"]*)")?(?= |$)`).exec(written);
    return found ? decoded(found[1] ?? '') : undefined;
  };
  const id = attribute('id') ?? '';
  return {
    tag,
    type: attribute('hidden') === undefined ? (attribute('type') ?? '') : 'hidden',
    id,
    name: attribute('name') ?? '',
    // A parser drops the first line break of a text area.
    value: tag === 'textarea' ? decoded(inside).replace(/^\n/, '') : (attribute('value') ?? ''),
    checked: attribute('checked') !== undefined,
    label: tag === 'button' ? (attribute('aria-label') ?? decoded(inside).trim()) : (labels.get(id) ?? ''),
  };
}

/** Who is pointed to on a page, each list with what stands over it. */
export interface PointedList {
  title: string;
  /** A list under a heading is always seen; one that unfolds may be open. */
  is: 'shown' | 'open' | 'folded up';
  names: string[];
  html: string;
}

/** The lists of who can help, from first to last. */
export function pointedLists(html: string): PointedList[] {
  const lists = html.matchAll(/(?:<details ?(open)?><summary>([^<]*)<\/summary>(?:<p>[^<]*<\/p>)?|<h2(?: id="[^"]*")?>([^<]*)<\/h2>)<ol class="signposts">([^]*?)<\/ol>/g);
  return [...lists].map(([, open, summary, heading, items = '']) => ({
    title: decoded(summary ?? heading ?? ''),
    is: heading !== undefined ? 'shown' : open ? 'open' : 'folded up',
    names: [...items.matchAll(/<h\d>([^]*?)<\/h\d>/g)].map(([, name]) => wordsOf(name!)),
    html: items,
  }));
}

/** What is wrong with the headings of a page, for somebody who goes from one to the next: one of the first level, and from there on none more than one level below the one before. */
export function headingFaults(html: string): string[] {
  const headings = [...html.matchAll(/<h([1-6])[^>]*>([^]*?)<\/h\1>/g)].map(([, level, words]) => ({level: Number(level), words: wordsOf(words!)}));
  const first = headings.findIndex(({level}) => level === 1);
  // What is wrong with an answer stands above the question.
  const after = headings.slice(Math.max(first, 0));
  const skipped = after.filter(({level}, place) => level > (after[place - 1]?.level ?? 0) + 1 || (level === 1) !== (place === 0));
  return skipped.map(({level, words}) => `level ${level}: ${words}`);
}

/** The words between the tags. */
export function wordsOf(html: string): string {
  return decoded(html.replace(/<[^>]*>/g, ' ')).replace(/\s+/g, ' ').trim();
}

const entities: Readonly<Record<string, string>> = {'&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&#13;': '\r'};

/** Text as it was before it was escaped. */
export function decoded(text: string): string {
  return text.replace(/&(?:amp|lt|gt|quot|#39|#13);/g, (entity) => entities[entity]!);
}
