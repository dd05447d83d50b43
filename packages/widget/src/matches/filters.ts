import { html, type LitElement, nothing, type TemplateResult } from 'lit';
import { FilterEvent } from '../events.ts';
import { adopt } from '../lib/adopt.ts';
import { lazy } from '../lib/lazy.ts';
import { notice } from '../lib/notice.ts';
import type { FilterWords } from '../strings/filters/words.ts';
import type { AllNames } from '../strings/names/index.ts';
import { type Filter, filterIn, filterText, limitsIn } from './filter.ts';
import type { View } from './view.ts';

/** The fields, which are loaded when they are unfolded first. */
const filterBar = lazy('matches/filter-bar', () => import('./filter-bar.ts'));

/** What is loaded when it is wanted: undefined before. */
interface Loaded {
  readonly own: FilterWords | undefined;
  /** Names of all codes. */
  readonly codes: AllNames | undefined;
}

/** The filters of a list, folded, with how many of them are set. */
export class Filters {
  readonly #host: LitElement & { filter: string };
  isOpen = false;

  constructor(host: LitElement & { filter: string }) {
    this.#host = host;
  }

  /** Filters, unless the host page prevents it. Says whether the list follows. */
  readonly set = (filter: Filter): boolean => {
    const text = filterText(filter);
    if (!this.#host.dispatchEvent(new FilterEvent(filterIn(text)))) return false;
    this.#host.filter = text;
    return true;
  };

  shown({ own, codes }: Loaded, view: View): TemplateResult {
    const filter = filterIn(this.#host.filter);
    const count = limitsIn(filter);
    const toggled = (event: Event) => void this.#unfold((event.currentTarget as HTMLDetailsElement).open);
    return html`<details class="filters" part="filters" data-place="filters" .open=${this.isOpen} @toggle=${toggled}>
      <summary data-first>${view.words.filters}${count > 0 ? ` (${view.labels.number(count, 0)})` : ''}</summary>
      ${this.isOpen && own && codes ? filterBar.ready?.filterBar(filter, this.set, { ...view, own, codes }) : nothing}
    </details>`;
  }

  /** What stands in place of a list of which the filters leave nothing. @param onClear none: the reader has no filters. */
  none(own: FilterWords, onClear: (() => void) | undefined): TemplateResult {
    const clear = () => this.set({}) && onClear?.();
    return notice(
      own.none,
      '',
      onClear ? html`<button type="button" part="button" data-first @click=${clear}>${own.clear}</button>` : nothing,
    );
  }

  async #unfold(isOpen: boolean): Promise<void> {
    this.isOpen = isOpen;
    this.#host.requestUpdate();
    if (!isOpen) return;
    try {
      adopt(this.#host, (await filterBar.load()).filterBarStyles);
    } catch (error) {
      console.error(error);
      this.isOpen = false;
    }
    this.#host.requestUpdate();
  }
}
