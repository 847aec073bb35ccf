import {css} from 'lit';
import {fields} from '../../theme/fields.js';

const own = css`
  h3 {
    font-size: 1.15em;
  }

  /* Two lines where a name seldom fits on one. */
  .subject {
    min-block-size: 1.5em;
  }

  @media (max-width: 480px) {
    .subject {
      min-block-size: 3em;
    }
  }

  .dates,
  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: calc(2 * var(--_space));
  }

  .dates {
    margin-block-end: var(--_space);
  }

  .dates .day,
  .dates .month {
    inline-size: 4em;
  }

  .dates .year {
    inline-size: 6em;
  }

  [role='listbox'] {
    margin: 0;
    padding: 0;
    border: 2px solid var(--_border);
    list-style: none;
  }

  [role='option'] {
    min-block-size: 44px;
    padding: var(--_space);
    border-block-end: 1px solid var(--_border);
    cursor: pointer;
  }

  [role='option'][aria-selected='true'],
  [role='option']:hover {
    outline: 3px solid var(--_text);
    outline-offset: -3px;
    text-decoration: underline;
  }

  .answer {
    white-space: pre-wrap;
  }

  .answers > div {
    padding-block: var(--_space);
    border-block-end: 1px solid var(--_border);
  }

  .answers dd {
    margin-block-end: 0;
  }

  code {
    word-break: break-all;
  }

  @media not print {
    .for-paper {
      display: none;
    }
  }
`;

/** What the pages after the first need beside its styles. */
export const lazyStyles = [fields, own];
