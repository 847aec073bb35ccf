import {css} from 'lit';

/** What a list of who can help looks like, beside the theme's tokens and base. */
export const signpostListStyles = css`
  .signposts,
  .signposts ul {
    /* With "none" Safari would not say that it is a list. */
    list-style-type: '';
    padding: 0;
  }

  .signposts > li {
    padding-block: calc(2 * var(--_space)) var(--_space);
    border-block-start: 1px solid var(--_border);
    break-inside: avoid;
  }

  .signposts > li > * {
    margin-block: 0 var(--_space);
  }

  .signposts h3 {
    font-size: 1.2em;
  }

  .signposts ul > li {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    align-content: center;
    column-gap: var(--_space);
  }

  .brief > li {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    column-gap: calc(2 * var(--_space));
    padding-block: 0;
  }

  .brief > li > * {
    margin-block: 0;
  }

  /* Paper has nothing to press. */
  @media screen {
    .brief a,
    .signposts ul :is(li, a, button) {
      min-block-size: 44px;
      min-inline-size: 44px;
    }

    .brief a,
    .signposts ul :is(a, button) {
      display: inline-block;
      padding-block: calc(1.25 * var(--_space));
    }
  }

  .number {
    font-size: 1.25em;
    font-weight: bold;
  }

  .signposts .hint {
    font-size: 0.8em;
  }

  .unseen {
    position: absolute;
    inline-size: 1px;
    overflow: hidden;
    opacity: 0;
    white-space: nowrap;
  }
`;
