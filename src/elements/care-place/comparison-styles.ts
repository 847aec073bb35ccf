import {css} from 'lit';

/** What comparing looks like: lines where it is narrow, a table where there is room for one. */
export const comparisonStyles = css`
  .surface {
    container-type: inline-size;
  }

  .comparison,
  .comparison :is(caption, thead, tbody, tr, th, td) {
    display: block;
  }

  /* Heard, and seen beside each answer. */
  .comparison thead th {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  .comparison tr {
    margin-block-end: calc(3 * var(--_space));
  }

  .comparison td {
    display: flex;
    flex-wrap: wrap;
    text-align: start;
  }

  .comparison td > .of {
    inline-size: 6em;
  }

  .comparison td > :last-child {
    flex: 1 1 6em;
  }

  .comparison th button {
    display: block;
  }

  @container (min-width: 55em) {
    .comparison {
      display: table;
    }

    .comparison caption {
      display: table-caption;
    }

    .comparison thead {
      display: table-header-group;
    }

    .comparison thead th {
      position: static;
      inline-size: auto;
      block-size: auto;
      overflow: visible;
      clip-path: none;
      white-space: normal;
    }

    .comparison tbody {
      display: table-row-group;
    }

    .comparison tr {
      display: table-row;
    }

    .comparison :is(th, td) {
      display: table-cell;
      padding-inline-end: calc(2 * var(--_space));
    }

    .comparison td > .of {
      display: none;
    }
  }
`;
