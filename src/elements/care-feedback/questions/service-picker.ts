import type {Service} from '../../../contract/service.js';
import type {About, NamedService} from '../../../contract/submission.js';
import {findServices} from '../../../delivery/finding.js';

/** One service as somebody looks for it. */
export interface Entry {
  /** As typed, or as chosen: its name and town. */
  text: string;
  town: string;
  chosen: Service | undefined;
  /** Whether it is written down and not searched for. */
  isWritten: boolean;
  found: readonly Service[];
  /** The place in `found` that the arrow keys have come to. */
  active: number | undefined;
  search: 'none' | 'found' | 'failed';
}

const wait = 250;
const shortest = 2;

/** What somebody does to say which service; it tells `say` what the feedback is about. */
export class ServicePicker {
  kind: 'service' | 'pathway' | 'place' = 'service';
  entries: readonly Entry[];
  place = '';
  readonly endpoint: URL | undefined;
  readonly say: (about: About | undefined, kinds: readonly string[]) => void;
  readonly redraw: () => void;
  #asking: AbortController | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor({endpoint, say, redraw}: Pick<ServicePicker, 'endpoint' | 'say' | 'redraw'>) {
    this.endpoint = endpoint;
    this.say = say;
    this.redraw = redraw;
    this.entries = [this.#empty()];
  }

  choose(kind: ServicePicker['kind']): void {
    this.kind = kind;
    if (kind === 'pathway' && this.entries.length < 2) this.entries = [...this.entries, this.#empty()];
    this.#tell();
  }

  /** The entries that count: only the first where it is about one service. */
  get shown(): readonly Entry[] {
    return this.kind === 'pathway' ? this.entries : this.entries.slice(0, 1);
  }

  writePlace(place: string): void {
    this.place = place;
    this.#tell();
  }

  add(): void {
    this.entries = [...this.entries, this.#empty()];
    this.#tell();
  }

  remove(position: number): void {
    this.#stop();
    this.entries = this.entries.filter((_, place) => place !== position);
    this.#tell();
  }

  /** What was typed into the search; the list follows when the typing rests. */
  type(position: number, text: string): void {
    this.#stop();
    // Where the last search failed, the town stays asked for until one succeeds.
    const search = this.entries[position]?.search === 'failed' ? 'failed' : 'none';
    this.#change(position, {text, chosen: undefined, found: [], active: undefined, search});
    if (this.endpoint && text.trim().length >= shortest) this.#timer = setTimeout(() => void this.#search(position, text, this.endpoint!), wait);
    this.#tell();
  }

  writeName(position: number, text: string): void {
    this.#change(position, {text, chosen: undefined});
    this.#tell();
  }

  writeTown(position: number, town: string): void {
    this.#change(position, {town});
    this.#tell();
  }

  /** From the search to two plain fields, and back. */
  writeInstead(position: number, isWritten: boolean): void {
    this.#stop();
    this.#change(position, {isWritten, found: [], active: undefined, search: 'none', ...(this.entries[position]?.chosen && {chosen: undefined, text: ''})});
    this.#tell();
  }

  move(position: number, by: 1 | -1): void {
    const {found, active} = this.entries[position]!;
    if (found.length === 0) return;
    const from = active ?? (by > 0 ? -1 : 0);
    this.#change(position, {active: (from + by + found.length) % found.length});
    this.redraw();
  }

  close(position: number): void {
    this.#stop();
    if (!this.entries[position]?.found.length) return;
    this.#change(position, {found: [], active: undefined, search: 'none'});
    this.redraw();
  }

  pick(position: number, service: Service): void {
    this.#stop();
    this.#change(position, {chosen: service, text: [service.name, service.town].filter(Boolean).join(', '), found: [], active: undefined, search: 'none'});
    this.#tell();
  }

  async #search(position: number, text: string, endpoint: URL): Promise<void> {
    const asking = new AbortController();
    this.#asking = asking;
    try {
      const found = await findServices(endpoint, text.trim(), asking.signal);
      if (!asking.signal.aborted) this.#change(position, {found, active: undefined, search: 'found'});
    } catch {
      if (!asking.signal.aborted) this.#change(position, {found: [], active: undefined, search: 'failed'});
    }
    this.redraw();
  }

  #stop(): void {
    clearTimeout(this.#timer);
    this.#asking?.abort();
  }

  #change(position: number, part: Partial<Entry>): void {
    this.entries = this.entries.map((entry, place) => (place === position ? {...entry, ...part} : entry));
  }

  #tell(): void {
    this.say(this.#about(), this.shown.flatMap(({chosen}) => chosen?.kinds ?? []));
  }

  #about(): About | undefined {
    if (this.kind === 'place') return {kind: 'place', place: {name: this.place}};
    const services = this.shown.map(named);
    if (this.kind === 'pathway') return {kind: 'pathway', services};
    return services[0]?.name.trim() ? {kind: 'service', services} : undefined;
  }

  #empty(): Entry {
    return {text: '', town: '', chosen: undefined, isWritten: this.endpoint === undefined, found: [], active: undefined, search: 'none'};
  }
}

function named({chosen, text, town, isWritten, search}: Entry): NamedService {
  if (chosen) return {id: chosen.id, name: chosen.name, ...(chosen.town && {town: chosen.town})};
  return {name: text, ...((isWritten || search === 'failed') && town.trim() && {town})};
}
