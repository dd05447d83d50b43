import { css } from 'lit';

/** Forms, their fields, and what a reader did. */
export const formStyles = css`
  form {
    display: grid;
    gap: 0.5em;
    grid-template-columns: minmax(0, 1fr);
  }
  label {
    display: grid;
    gap: 0.25em;
  }
  label span {
    font-size: 0.875em;
    font-weight: 600;
  }
  select,
  textarea {
    background: var(--_surface);
    border: 1px solid var(--_muted);
    border-radius: 4px;
    box-sizing: border-box;
    color: inherit;
    font: inherit;
    inline-size: 100%;
    min-block-size: 2.25em;
    padding: 0.35em 0.5em;
  }
  textarea {
    resize: vertical;
  }
  .act {
    align-items: center;
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em 0.75em;
  }
  .act p {
    flex: 1 1 10em;
    font-weight: 600;
  }
`;
