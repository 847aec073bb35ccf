import {css} from 'lit';
import {base} from '../../theme/base.js';
import {tokens} from '../../theme/tokens.js';
import {signpostListStyles} from '../signpost-list/signpost-list-styles.js';

const own = css`
  select {
    display: block;
    max-inline-size: 100%;
    min-block-size: 44px;
    margin-block-end: calc(2 * var(--_space));
    font: inherit;
  }

  @media print {
    form,
    [role='status'],
    button {
      display: none !important;
    }
  }
`;

export const styles = [tokens, base, signpostListStyles, own];
