import type {LitElement} from 'lit';
import {hintMisspelt} from './attribute-hints.js';
import type {LanguageController} from './language-controller.js';
import {RenderGuard} from './render-guard.js';
import {Room} from './room.js';

interface LoadOptions<Value> {
  /** What the value depends on: where one of these changes, it is loaded again. */
  args: () => readonly unknown[];
  /** Rejects where there is no value, or with what `signal` was aborted with. */
  load: (signal: AbortSignal) => Promise<Value | null>;
  /** Tells the page's developer why there is none. */
  explain: (error: unknown) => void;
  /** Whose words are asked for at the same time, and waited for. */
  language?: LanguageController;
  /** From an element that shows this value, and nothing without it: its state, its room and these follow the loading. */
  events?: Readonly<Record<'shown' | 'unavailable', new () => Event>>;
}

/**
 * What an element loads while it is in a page. Only what it asked for last
 * counts: an earlier question is aborted, and its answer dropped. What had not
 * come when the element left the page is asked for again when it is back.
 */
export class LoadController<Value extends object> {
  /** `undefined` while it is on its way, `null` where there is none. */
  value: Value | null | undefined;
  /** Asks again for what has not come. */
  readonly reload: () => void;
  /** Of an element with `events`: `performUpdate` renders through it. */
  readonly guard: RenderGuard | undefined;

  constructor(host: LitElement, {args, load, explain, language, events}: LoadOptions<Value>) {
    const guard = (this.guard = events && new RenderGuard(host, {fail: () => host.dispatchEvent(new events.unavailable())}));
    const room = events && new Room(host);
    let lastArgs: readonly unknown[] | undefined;
    let loading: AbortController | undefined;

    const begin = async (): Promise<void> => {
      loading?.abort();
      const {signal} = (loading = new AbortController());
      this.value = undefined;
      guard?.begin();
      const [value] = await Promise.all([load(signal), language?.load()]).catch((error: unknown) => {
        if (!signal.aborted) explain(error);
        return [null];
      });
      if (signal.aborted) return;
      this.value = value;
      host.requestUpdate();
      await host.updateComplete;
      // Rendering can fail, and can be what learns that the page asks for something else now.
      if (!events || guard!.isBroken || signal.aborted) return;
      const state = value ? 'shown' : 'unavailable';
      guard!.state = state;
      if (!value) room!.giveUp();
      host.dispatchEvent(new events[state]());
    };

    this.reload = () => {
      if (!this.value) {
        loading?.abort();
        lastArgs = undefined;
      }
      host.requestUpdate();
    };

    host.addController({
      hostConnected: () => {
        hintMisspelt(host);
        this.reload();
      },
      hostDisconnected: this.reload,
      hostUpdate: () => {
        const newArgs = args();
        // An element is also rendered while it is in no page.
        if (!host.isConnected || lastArgs?.every((each, place) => each === newArgs[place])) return;
        lastArgs = newArgs;
        void begin();
      },
    });
  }
}
