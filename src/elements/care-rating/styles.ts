import {css} from 'lit';
import {base} from '../../theme/base.js';
import {tokens} from '../../theme/tokens.js';
import {ratingMarkStyles} from '../shared/rating-mark/rating-mark-styles.js';

const own = css`
  /* Margins of the page’s own words end here, as those of a rating do: what stands below must not move by them. */
  :host {
    display: flow-root;
  }

  .surface {
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
  }

  .surface > * {
    margin-block: 0 var(--_space);
  }

  .overall b {
    display: block;
    font-size: 1.5em;
  }

  /* Beside its question, or under it where letters are large. */
  dl > div {
    display: flex;
    flex-wrap: wrap;
    column-gap: var(--_space);
  }

  dt {
    inline-size: 6em;
  }

  dd {
    flex: 1 1 5em;
    margin: 0;
  }

  a {
    display: inline-block;
  }

  small {
    display: block;
  }
`;

export const styles = [tokens, base, ratingMarkStyles, own];
