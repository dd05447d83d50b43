import { css } from 'lit';
import { formStyles } from '../lib/form.styles.ts';

/** The fields of the filters. */
export const filterBarStyles = css`
  ${formStyles}
  .fields {
    align-items: end;
    display: flex;
    flex-wrap: wrap;
    gap: 0.6em 0.9em;
  }
  .fields label {
    flex: 1 1 9em;
  }
  .fields label:first-child {
    flex-basis: 16em;
  }
`;
