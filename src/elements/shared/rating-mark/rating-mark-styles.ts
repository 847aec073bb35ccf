import {css} from 'lit';

/**
 * What a rating looks like, beside the theme's tokens and base. Each colour has a
 * contrast of 4.5 or more on the background; browsers that do not know
 * `light-dark()` have light pages.
 */
export const ratingMarkStyles = css`
  svg {
    inline-size: 0.8em;
    margin-inline-end: 0.35em;
    fill: currentColor;
  }

  [part~='outstanding'] {
    color: #4b3a9e;
    color: light-dark(#4b3a9e, #bdb2ff);
  }

  [part~='good'] {
    color: #00604a;
    color: light-dark(#00604a, #7ad9bd);
  }

  [part~='requires-improvement'] {
    color: #8a4600;
    color: light-dark(#8a4600, #ffbb66);
  }

  [part~='inadequate'] {
    color: #b0101f;
    color: light-dark(#b0101f, #ff9d98);
  }
`;
