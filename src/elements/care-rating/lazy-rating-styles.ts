import {css} from 'lit';

/** What lists and what folds up look like. */
export const lazyStyles = css`
  details > * {
    margin-block: 0 var(--_space);
  }

  summary {
    min-block-size: 44px;
    padding-block: var(--_space);
    color: var(--_link);
    text-decoration: underline;
    text-underline-offset: 0.15em;
    cursor: pointer;
  }

  li {
    margin-block-end: calc(0.5 * var(--_space));
  }
`;
