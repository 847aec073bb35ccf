import {css} from 'lit';

/** What leaving quickly looks like. The cover hides the whole page, so it has no colour of ours or the page's. */
export const quickExitStyles = css`
  .leaving {
    position: sticky;
    z-index: 1;
    inset-block-start: var(--care-sticky-offset, 0px);
    margin-block-end: var(--_space);
    text-align: end;
    pointer-events: none;
  }

  .leaving button {
    pointer-events: auto;
    border-color: var(--_error);
    background: var(--_error);
    color: var(--_background);
  }

  .leaving-hint {
    text-align: end;
    font-size: 0.8em;
  }

  /* Where there is hardly a Shift key. */
  @media (hover: none) and (pointer: coarse) {
    .leaving-hint .by-key {
      display: none;
    }
  }

  .leaving-status {
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
    .leaving,
    .leaving-hint {
      display: none;
    }
  }
`;
