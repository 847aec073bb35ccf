import {CareRating} from '../elements/care-rating/care-rating.js';

// A page may load us twice, from the host and from an embed; the first one wins.
if (!customElements.get('care-rating')) customElements.define('care-rating', CareRating);

declare global {
  interface HTMLElementTagNameMap {
    'care-rating': CareRating;
  }
}
