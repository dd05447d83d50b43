import { css } from 'lit';

/** A form over the cards of its results. */
export const searchStyles = css`
  form {
    background: var(--_surface);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    gap: 1em;
    padding: 1em;
  }
  fieldset {
    border: 0;
    margin: 0;
    min-inline-size: 0;
    padding: 0;
  }
  legend {
    font-size: 0.875em;
    font-weight: 600;
    margin-block-end: 0.4em;
    padding: 0;
  }
  .kinds {
    display: grid;
    gap: 0.5em;
    grid-template-columns: repeat(auto-fit, minmax(min(11em, 100%), 1fr));
  }
  label.kind {
    align-items: center;
    border: 1px solid var(--_muted);
    border-radius: 4px;
    cursor: pointer;
    display: flex;
    gap: 0.6em;
    min-block-size: 2.5em;
    padding-inline: 0.75em;
  }
  .kind:has(:checked) {
    background: var(--_tint);
    border-color: var(--_accent);
    box-shadow: inset 0 0 0 1px var(--_accent);
  }
  label.kind span {
    font-size: 1em;
    font-weight: 400;
  }
  .kind:has(:checked) span {
    font-weight: 600;
  }
  .kind:has(:focus-visible) {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }
  .kind input {
    accent-color: var(--_accent);
    block-size: 1.2em;
    flex: none;
    inline-size: 1.2em;
    margin: 0;
    outline: none;
  }
  .field {
    display: grid;
    gap: 0.35em;
    grid-template-columns: minmax(0, 1fr);
  }
  select,
  textarea {
    min-block-size: 2.5em;
    padding: 0.5em 0.6em;
  }
  [aria-invalid='true'] {
    border: 2px solid var(--_wrong);
  }
  .below {
    display: flex;
    flex-wrap: wrap;
    font-size: 0.875em;
    gap: 0.25em 1em;
    justify-content: space-between;
  }
  .wrong {
    font-weight: 600;
  }
  .length {
    font-variant-numeric: tabular-nums;
    margin-inline-start: auto;
  }
  .length:not(.wrong) {
    color: var(--_muted);
  }
  .fields {
    align-items: end;
    display: grid;
    gap: 0.75em 1em;
    grid-template-columns: repeat(auto-fit, minmax(min(12em, 100%), 1fr));
  }
  .send {
    align-items: center;
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em 1em;
  }
  .send button {
    min-block-size: 2.5em;
    min-inline-size: 8em;
  }
  .send p {
    flex: 1 1 14em;
  }
  .results {
    border-radius: var(--_radius);
    margin-block-start: 1.5em;
  }
  .results:empty {
    display: none;
  }
  h3 a {
    color: inherit;
    display: inline-block;
    min-block-size: 24px;
    text-decoration-color: var(--_accent);
    text-underline-offset: 0.15em;
  }
  .agreement {
    display: grid;
    flex: 0 1 12.5em;
    gap: 0.35em;
    grid-template-columns: minmax(0, 1fr);
    padding-block-start: 0.2em;
  }
  .agreement .level {
    grid-area: auto;
    text-align: start;
  }
  @container (min-width: 34em) {
    form {
      padding: 1.25em;
    }
  }
  @media (forced-colors: active) {
    .kind:has(:checked) {
      border-color: Highlight;
      outline: 2px solid Highlight;
    }
  }
`;
