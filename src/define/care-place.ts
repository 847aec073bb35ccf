import {CarePlace} from '../elements/care-place/care-place.js';

// A page may load us twice, from the host and from an embed; the first one wins.
if (!customElements.get('care-place')) customElements.define('care-place', CarePlace);

declare global {
  interface HTMLElementTagNameMap {
    'care-place': CarePlace;
  }
}
