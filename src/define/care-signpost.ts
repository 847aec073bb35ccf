import {CareSignpost} from '../elements/care-signpost/care-signpost.js';

// A page may load us twice, from the host and from an embed; the first one wins.
if (!customElements.get('care-signpost')) customElements.define('care-signpost', CareSignpost);

declare global {
  interface HTMLElementTagNameMap {
    'care-signpost': CareSignpost;
  }
}
