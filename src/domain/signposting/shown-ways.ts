import type {Body, Way} from '../../contract/signposts.js';
import type {Words} from '../../locale/words.js';
import {signpostWords} from './signpost-words.js';
import {wayOrder} from './way-order.js';

/** The ways that the public may see, in the fixed order: web addresses, and what a person has checked or everybody knows. */
export function shownWays({ways}: Pick<Body, 'ways'>): Way[] {
  const shown = ways.filter(({kind, checked, known}) => kind === 'web' || known || checked !== null);
  return wayOrder.flatMap((kind) => shown.filter((way) => way.kind === kind));
}

/** The first day on which somebody checked what the public sees of a body: its ways, or that it is there. */
export function checkedOn(body: Body): string | undefined {
  const ways = shownWays(body);
  const [day] = ways.flatMap(({checked}) => checked ?? []).sort();
  const isOpen = ways.some(({checked, known}) => !checked && !known);
  return day ?? (isOpen ? undefined : (body.checked ?? undefined));
}

/** Where a way leads as a link, or `undefined` where it is only read. Nothing but `https:`, `tel:`, `sms:` and `mailto:` ever comes out. */
export function linkOf({kind, value}: Way): string | undefined {
  switch (kind) {
    case 'phone':
    case 'relay': return `tel:${value.replace(/[^+\d]/g, '')}`;
    case 'text': return `sms:${value.replace(/[^+\d]/g, '')}`;
    case 'email': return `mailto:${encodeURI(value)}`;
    case 'web':
    case 'bsl': return value.startsWith('https://') ? value : undefined;
    case 'post': return undefined;
  }
}

/** A way as people read it: an address without what no one types, and what to text before the number. `value` stands in the place of its own. */
export function shownValue(way: Way, words: Words, value: string = way.value): string {
  if (way.kind === 'web') return value.replace(/^https:\/\/(www\.)?/, '');
  return way.kind === 'text' && way.message ? signpostWords(words).textTo(way.message, value) : value;
}

/** A number digit by digit, as it is to be heard; `undefined` for what is no number. */
export function digitsOf({kind, value}: Way): string | undefined {
  return kind === 'phone' || kind === 'text' || kind === 'relay' ? value.replace(/\s/g, '').split('').join(' ') : undefined;
}
