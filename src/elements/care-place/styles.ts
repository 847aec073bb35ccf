import {css} from 'lit';
import {base} from '../../theme/base.js';
import {controls} from '../../theme/controls.js';
import {tokens} from '../../theme/tokens.js';
import {ratingMarkStyles} from '../shared/rating-mark/rating-mark-styles.js';

const own = css`
  .surface {
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
  }

  .surface > details {
    max-inline-size: none;
  }

  select,
  input[type='search'] {
    display: block;
    inline-size: 100%;
    max-inline-size: 24em;
    min-block-size: 44px;
    margin-block-end: calc(2 * var(--_space));
    padding: calc(0.75 * var(--_space));
    border: 2px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_background);
    color: inherit;
    font: inherit;
    font-size: max(16px, 1em);
  }

  summary {
    min-block-size: 44px;
    margin-block-end: var(--_space);
    padding-block: var(--_space);
    color: var(--_link);
    text-decoration: underline;
    text-underline-offset: 0.15em;
    cursor: pointer;
  }

  table {
    inline-size: 100%;
    margin-block-end: calc(2 * var(--_space));
    border-collapse: collapse;
  }

  caption {
    font-weight: bold;
    text-align: start;
  }

  th {
    font-weight: normal;
    text-align: start;
  }

  th,
  td {
    padding: calc(0.25 * var(--_space)) 0;
    border-block-end: 1px solid var(--_border);
    vertical-align: top;
  }

  td {
    text-align: end;
  }

  li {
    margin-block-end: var(--_space);
  }

  a {
    display: inline-block;
  }

  small {
    display: block;
  }

  .counts {
    margin-block-end: calc(3 * var(--_space));
  }

  .tables {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(14em, 100%), 1fr));
    column-gap: calc(4 * var(--_space));
  }

  .bar {
    display: block;
    inline-size: 100%;
    block-size: 2em;
    margin-block: var(--_space);
    color: var(--_hint);
  }

  .bar svg {
    inline-size: auto;
    margin: 0;
  }

  .bar rect {
    stroke: var(--_background);
    stroke-width: 2px;
  }

  .bar path {
    fill: var(--_background);
  }

  .unseen {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  @media (forced-colors: active) {
    .bar svg {
      color: CanvasText;
    }

    .bar rect {
      stroke: Canvas;
    }

    .bar path {
      fill: Canvas;
    }
  }
`;

export const styles = [tokens, base, controls, ratingMarkStyles, own];
