import {css} from 'lit';

/** What leaving quickly looks like. The cover hides the whole page, so it has no colour of ours or the page's. */
export const leavingStyles = css`
  .leaving {
    margin-block-end: calc(2 * var(--_space));
    text-align: end;
  }

  .leaving button {
    border-color: var(--_error);
    background: var(--_error);
    color: var(--_background);
  }

  .leaving .hint {
    margin-block-start: var(--_space);
    font-size: 0.8em;
  }

  /* Where there is hardly a Shift key. */
  @media (hover: none) and (pointer: coarse) {
    .leaving .by-key {
      display: none;
    }
  }

  .leaving [role='status'] {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  .left {
    position: fixed;
    inset: 0;
    inline-size: 100vw;
    block-size: 100vh;
    max-inline-size: none;
    max-block-size: none;
    margin: 0;
    padding: 0;
    border: 0;
    outline: none;
    background: #ffffff;
  }

  @media print {
    .leaving {
      display: none;
    }
  }
`;
