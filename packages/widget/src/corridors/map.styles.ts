import { css } from 'lit';

/** The map above the table. */
export const mapStyles = css`
  .map {
    padding-block-end: 1em;
  }
  .map svg {
    block-size: auto;
    display: block;
    inline-size: 100%;
    overflow: visible;
  }
  .arc {
    fill: none;
    opacity: 0.75;
    stroke: var(--_accent);
    stroke-linecap: round;
    vector-effect: non-scaling-stroke;
  }
  .arc.off {
    opacity: 0.12;
  }
  .place {
    cursor: pointer;
    outline: none;
  }
  .reach {
    fill: transparent;
  }
  .dot {
    fill: var(--_surface);
    stroke: var(--_accent);
    stroke-width: 3;
  }
  .place[aria-pressed='true'] .dot {
    fill: var(--_accent);
  }
  .place:hover .reach {
    fill: color-mix(in oklab, var(--_accent) 14%, transparent);
  }
  .place:focus-visible .reach {
    stroke: var(--_accent);
    stroke-width: 2;
  }
  .place text {
    fill: var(--_text);
    font-size: 15px;
    font-weight: 500;
    paint-order: stroke;
    stroke: var(--_surface);
    stroke-linejoin: round;
    stroke-width: 4px;
  }
  text.above {
    transform: translateY(-0.95em);
  }
  text.below {
    transform: translateY(1.65em);
  }
  text.before {
    transform: translate(-0.95em, 0.35em);
  }
  @container (max-width: 33.99em) {
    .place text {
      font-size: 25px;
    }
    .dot {
      r: 10px;
    }
    .reach {
      r: 34px;
    }
  }
  @media (forced-colors: active) {
    .arc {
      stroke: GrayText;
    }
    .dot {
      fill: Canvas;
      stroke: CanvasText;
    }
    .place[aria-pressed='true'] .dot {
      fill: Highlight;
    }
    .place text {
      fill: CanvasText;
      stroke: Canvas;
    }
  }
`;
