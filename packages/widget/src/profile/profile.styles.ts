import { css } from 'lit';

/** A form in groups: one column on a phone, two where there is room. */
export const profileStyles = css`
  h2 {
    font-size: 1.375em;
    line-height: 1.25;
  }
  h3 {
    font-size: 1.0625em;
    font-weight: 650;
    margin: 0;
  }
  .root {
    max-inline-size: 56em;
  }
  form {
    gap: 1em;
  }
  fieldset {
    border: 0;
    margin: 0;
    min-inline-size: 0;
    padding: 0;
  }
  legend {
    padding: 0;
  }
  .group {
    background: var(--_surface);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    padding: 1.1em 1em 1.25em;
  }
  .group > legend {
    float: inline-start;
    inline-size: 100%;
    margin-block-end: 0.35em;
  }
  .group > legend + * {
    clear: both;
  }
  .hint,
  .echo {
    color: var(--_muted);
    font-size: 0.875em;
  }
  .echo:empty {
    display: none;
  }
  .eligible {
    color: var(--_accent);
    font-weight: 600;
    font-variant-numeric: tabular-nums;
    margin-block-start: 0.35em;
    min-block-size: 1.45em;
  }
  .fields {
    clear: both;
    display: grid;
    gap: 1.1em 1.25em;
    grid-template-columns: minmax(0, 1fr);
    padding-block-start: 0.75em;
  }
  .field {
    align-content: start;
    display: grid;
    gap: 0.3em;
    grid-template-columns: minmax(0, 1fr);
  }
  .field > legend {
    float: inline-start;
    font-size: 0.875em;
    font-weight: 600;
    inline-size: 100%;
  }
  .needed {
    color: var(--_muted);
    font-size: 0.9286em;
    font-weight: 400;
  }
  input:not([type='checkbox']) {
    background: var(--_surface);
    border: 1px solid var(--_muted);
    border-radius: 4px;
    box-sizing: border-box;
    color: inherit;
    font: inherit;
    inline-size: 100%;
    min-block-size: 2.5em;
    padding: 0.4em 0.6em;
  }
  select,
  textarea {
    min-block-size: 2.5em;
    padding: 0.4em 0.6em;
  }
  [inputmode='decimal'] {
    font-variant-numeric: tabular-nums;
  }
  ::placeholder {
    color: var(--_muted);
    opacity: 1;
  }
  [aria-invalid='true']:not([type='checkbox']) {
    border: 2px solid var(--_wrong);
  }
  .field .wrong {
    font-size: 0.875em;
    font-weight: 600;
  }
  .cost {
    color: var(--_accent);
    font-size: 0.875em;
    font-variant-numeric: tabular-nums;
    font-weight: 600;
    min-block-size: 1.45em;
  }
  .checks {
    display: grid;
    gap: 0.1em 1em;
    grid-template-columns: repeat(auto-fill, minmax(min(11em, 100%), 1fr));
  }
  .check {
    align-items: start;
    cursor: pointer;
    display: flex;
    gap: 0.6em;
    min-block-size: 28px;
    padding-block: 0.2em;
  }
  .check span {
    font-size: 1em;
    font-weight: 400;
  }
  input[type='checkbox'] {
    accent-color: var(--_accent);
    block-size: 1.25em;
    flex: none;
    inline-size: 1.25em;
    margin: 0.1em 0 0;
    min-block-size: 20px;
    min-inline-size: 20px;
  }
  .parts {
    display: grid;
    gap: 0.75em;
    grid-template-columns: minmax(0, 1fr);
  }
  .part {
    align-content: start;
    display: grid;
    gap: 0.25em;
  }
  .field > .part {
    margin-block-start: 0.3em;
  }
  .adder {
    align-items: end;
    display: grid;
    gap: 0.25em 0.5em;
    grid-template-columns: minmax(0, 1fr) auto;
    margin-block-start: 0.35em;
  }
  .adder label {
    grid-column: 1 / -1;
  }
  .adder button {
    min-block-size: 2.5em;
  }
  .chosen {
    display: flex;
    flex-wrap: wrap;
    gap: 0.4em;
    list-style: none;
  }
  .chip {
    align-items: center;
    background: var(--_tint);
    border: 1px solid var(--_line);
    border-radius: 1.25em;
    color: var(--_text);
    display: flex;
    font-weight: 500;
    gap: 0.5em;
    min-block-size: 2em;
    padding-inline: 0.75em 0.6em;
    text-align: start;
  }
  .cross {
    color: var(--_muted);
    font-size: 1.15em;
    line-height: 1;
  }
  .note {
    background: var(--_tint);
    border-radius: var(--_radius);
    display: grid;
    gap: 0.6em;
    justify-items: start;
    padding: 0.9em 1em;
  }
  .note.alert {
    background: var(--_surface);
    border: 2px solid var(--_wrong);
  }
  .note ul {
    display: grid;
    gap: 0.15em;
    list-style: none;
  }
  .note a {
    color: var(--_wrong);
    display: inline-block;
    min-block-size: 24px;
  }
  .bar {
    align-items: center;
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em 1em;
  }
  .bar button {
    min-block-size: 2.75em;
    min-inline-size: 9em;
  }
  .bar p {
    flex: 1 1 14em;
  }
  .saved {
    color: var(--_accent);
    font-weight: 600;
  }
  .group.skeleton {
    display: grid;
    gap: 1em;
  }
  @container (min-width: 40em) {
    .adder,
    .field > .part {
      max-inline-size: 26em;
    }
    .group {
      padding: 1.35em 1.5em 1.5em;
    }
    .fields {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
    .wide {
      grid-column: 1 / -1;
    }
    .short {
      align-content: end;
    }
    .parts {
      grid-template-columns: repeat(auto-fit, minmax(8em, 1fr));
    }
    .note:not(.alert) {
      align-items: center;
      grid-template-columns: minmax(0, 1fr) auto;
    }
  }
  @media (forced-colors: active) {
    .chip,
    button {
      border-color: ButtonText;
    }
    [aria-invalid='true'] {
      outline: 2px solid Mark;
    }
  }
`;
