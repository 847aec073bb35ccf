import {LitElement, html, nothing, type TemplateResult} from 'lit';
import {fetchService} from '../../../src/delivery/client/api-client.js';
import {InvalidResponseError} from '../../../src/delivery/client/invalid-response-error.js';
import {explainFailure} from '../../../src/elements/shared/explain-failure.js';
import {endpointAddress} from '../../../src/elements/shared/endpoint-address.js';
import {LanguageController} from '../../../src/elements/shared/language-controller.js';
import {LoadController} from '../../../src/elements/shared/load-controller.js';
import {renderSurface} from '../../../src/elements/shared/render-surface.js';
import {markWords} from '../../../src/elements/shared/rating-mark/mark-words.js';
import type {Service} from '../../../src/contract/service.js';
import {ratingCatalogue} from '../../../src/locale/generated/rating.js';
import {base} from '../../../src/theme/base.js';
import {tokens} from '../../../src/theme/tokens.js';

// All that a new element needs which shows something from the endpoint. Copy it, and change what is shown.

class ExampleShownEvent extends Event {
  static readonly type = 'care-example-shown';

  constructor() {
    super(ExampleShownEvent.type, {bubbles: true, composed: true});
  }
}

class ExampleUnavailableEvent extends Event {
  static readonly type = 'care-example-unavailable';

  constructor() {
    super(ExampleUnavailableEvent.type, {bubbles: true, composed: true});
  }
}

/**
 * Shows which service it is.
 *
 * @slot - What to show until it has come, and if it does not.
 * @fires care-example-shown - It stands on the page.
 * @fires care-example-unavailable - It cannot be shown; the console says why.
 */
class CareExample extends LitElement {
  static override styles = [tokens, base];

  static override properties = {
    endpoint: {reflect: true},
    service: {reflect: true},
  };

  /** Base address of the endpoint. Left out: the origin of the pasted script. */
  declare endpoint?: string | null;
  /** A CQC id or an ODS code. */
  declare service?: string | null;

  readonly #language = new LanguageController(this, [ratingCatalogue]);
  readonly #service = new LoadController<Service>(this, {
    args: () => [this.endpoint, this.service],
    load: (signal) => this.#load(signal),
    explain: (error) => explainFailure(this, this.service ? 'endpoint' : 'service', error),
    language: this.#language,
    events: {shown: ExampleShownEvent, unavailable: ExampleUnavailableEvent},
  });

  protected override performUpdate(): void {
    this.#service.guard?.run(() => super.performUpdate());
  }

  protected override render(): TemplateResult {
    const {value} = this.#service;
    if (!value) return html`<slot></slot>`;
    const {words} = this.#language;
    const {name, town, level, provider} = value;
    return renderSurface(words, html`
      <h2 part="heading">${name}</h2>
      <p class="hint">${markWords(words)[level](provider?.name)}</p>
      ${town ? html`<p>${town}</p>` : nothing}
    `);
  }

  async #load(signal: AbortSignal): Promise<Service> {
    if (!this.service) throw new InvalidResponseError('Write the CQC id of the service, such as 1-1000000001.');
    const service = await fetchService(endpointAddress(this.endpoint), this.service, signal);
    if (!service) throw new InvalidResponseError(`${this.service} is not known there.`);
    return service;
  }
}

customElements.define('care-example', CareExample);
