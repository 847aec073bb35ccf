import {css} from 'lit';

/** What a list of who can help looks like, beside the theme's tokens and base. */
export const signpostListStyles = css`
  .signposts {
    list-style: none;
    padding: 0;
  }

  .signposts > li {
    padding-block-start: calc(2 * var(--_space));
    border-block-start: 1px solid var(--_border);
    break-inside: avoid;
  }

  .signposts h3,
  .signposts p {
    margin-block-end: var(--_space);
  }

  .signposts ul {
    margin-block: 0 var(--_space);
  }

  .signposts a,
  .signposts button.link {
    display: inline-block;
    min-block-size: 44px;
    min-inline-size: 44px;
    padding-block: calc(1.25 * var(--_space));
    vertical-align: baseline;
  }

  .unseen {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  @media print {
    .signposts a {
      min-block-size: 0;
      padding-block: 0;
    }

    .signposts button {
      display: none !important;
    }
  }
`;
