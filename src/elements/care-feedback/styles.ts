import {css} from 'lit';
import {base} from '../../theme/base.js';
import {controls} from '../../theme/controls.js';
import {tokens} from '../../theme/tokens.js';

const own = css`
  h2 label {
    font: inherit;
    margin: 0;
  }

  .field > fieldset {
    margin: 0;
  }

  .field > .title {
    margin-block-end: var(--_space);
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

  .elsewhere {
    display: none;
  }

  /* Editors of websites preview what was pasted in a frame that is as tall as the link was. It may grow once the form has come. */
  @media (max-height: 120px) {
    .surface > .elsewhere {
      display: block;
      margin-block: calc(-2 * var(--_space)) var(--_space);
      line-height: 1.25;
    }
  }

  .could-not-start {
    margin-block-start: var(--_space);
  }
`;

/** What the first page needs. */
export const styles = [tokens, base, controls, own];
