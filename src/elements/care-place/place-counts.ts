import {html, nothing, svg, type TemplateResult} from 'lit';
import type {RatingCounts} from '../../contract/place.js';
import {ratingWords, type RatingWord} from '../../contract/rating-words.js';
import {ratingMark, shapes} from '../shared/rating-mark/rating-mark.js';
import type {PlaceWords} from './place-words.js';

type Counted = RatingWord | 'not-rated';

const order: readonly Counted[] = [...ratingWords, 'not-rated'];

// In per cent; a smaller piece has no room for a shape.
const leastForShape = 8;

/** How many services hold each rating: a bar to look at, and a table that says the same. */
export function countTable(caption: string, counts: RatingCounts, own: PlaceWords): TemplateResult {
  return html`
    <table class="counts">
      <caption>${caption}${bar(counts)}</caption>
      <thead><tr><th scope="col" class="unseen">${own.rating}</th><th scope="col" class="unseen">${own.count}</th></tr></thead>
      <tbody>${order.map((each) => html`
        <tr><th scope="row">${each === 'not-rated' ? own.notRated : ratingMark({rating: each, label: each}, own)}</th><td>${counts[each]}</td></tr>
      `)}</tbody>
    </table>
  `;
}

/** The shares side by side, best first: parted by lines, and told apart by shapes as well as by colours. */
function bar(counts: RatingCounts): TemplateResult {
  const all = order.reduce((sum, each) => sum + counts[each], 0) || 1;
  let from = 0;
  const pieces = order.map((each) => {
    const share = (100 * counts[each]) / all;
    from += share;
    return share > 0 ? piece(each, from - share, share) : nothing;
  });
  return html`<svg class="bar" aria-hidden="true">${pieces}</svg>`;
}

function piece(each: Counted, from: number, share: number): TemplateResult<2> {
  const shape = each === 'not-rated' || share < leastForShape ? nothing : svg`<svg y="25%" height="50%" viewBox="0 0 12 12"><path d=${shapes[each]} /></svg>`;
  return svg`<svg x="${from}%" width="${share}%" part="piece ${each}"><rect width="100%" height="100%" />${shape}</svg>`;
}
