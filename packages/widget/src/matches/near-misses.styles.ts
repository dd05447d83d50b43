import { css } from 'lit';

/** Near misses: cards whose limits stand where others have their reasons. */
export const nearMissStyles = css`
  .miss {
    border-style: dashed;
  }
  .limits > li::before {
    color: var(--_muted);
    content: '×' / '';
  }
  .limits strong::after {
    content: ':';
  }
  .others {
    column-gap: 1.5em;
    display: flex;
    flex-wrap: wrap;
  }
`;
