import {css} from 'lit';
import {base} from '../../theme/base.js';
import {tokens} from '../../theme/tokens.js';

const own = css`
  .surface > form > [lang] > :is(h2, fieldset, .field, p) {
    max-inline-size: 100%;
  }

  h2 label {
    font: inherit;
    margin: 0;
  }

  .option + .of-option {
    margin-block-start: calc(-1 * var(--_space));
  }

  .of-option,
  .then > .inset {
    margin-inline-start: calc(max(24px, 1.35em) + 1.5 * var(--_space));
  }

  .help {
    margin-block-start: calc(4 * var(--_space));
    padding-block-start: calc(2 * var(--_space));
    border-block-start: 1px solid var(--_border);
  }

  summary {
    min-block-size: 44px;
    padding-block: var(--_space);
    color: var(--_link);
    text-decoration: underline;
    cursor: pointer;
  }

  .help a,
  .inset a {
    display: inline-block;
    min-block-size: 24px;
  }

  .dates {
    display: flex;
    flex-wrap: wrap;
    gap: calc(2 * var(--_space));
    margin-block-end: var(--_space);
  }

  .dates input {
    inline-size: 4em;
  }

  .dates .year {
    inline-size: 6em;
  }

  .combobox {
    position: relative;
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

  .for-paper {
    display: none;
  }

  .could-not-start {
    margin-block: var(--_space) 0;
  }

  @media print {
    .for-paper {
      display: block;
    }
  }
`;

/** Read in this order: the tokens, what all elements share, the form's own. */
export const styles = [tokens, base, own];
