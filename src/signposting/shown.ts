import {wayOrder} from './way-order.js';
import type {Body, Way} from '../contract/signposts.js';

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
