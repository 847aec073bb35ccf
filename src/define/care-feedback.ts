import {CareFeedback} from '../elements/care-feedback/care-feedback.js';

// A page may load us twice, from the host and from an embed; the first one wins.
if (!customElements.get('care-feedback')) customElements.define('care-feedback', CareFeedback);

declare global {
  interface HTMLElementTagNameMap {
    'care-feedback': CareFeedback;
  }
}
