import type {Service} from '../../../contract/service.js';
import type {About, NamedService} from '../../../contract/submission.js';
import {findServices} from '../../../delivery/client/find-services.js';
import {namedExactly, tellingApart} from '../../../domain/questionnaire/which-service.js';

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
  /** The text of which several services have the name, where somebody was shown them. */
  shownFor?: string;
}

const wait = 250;
const shortest = 2;
/** Milliseconds that Continue waits for the services of a name that was typed. */
const patience = 1500;

/** What somebody does to say which service; it tells `say` what the feedback is about. */
export class ServicePicker {
  kind: 'service' | 'pathway' | 'place' = 'service';
  entries: readonly Entry[];
  place = '';
  readonly endpoint: URL | undefined;
  readonly say: (about: About | undefined, kinds: readonly string[]) => void;
  readonly requestUpdate: () => void;
  #asking: AbortController | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor({endpoint, say, requestUpdate}: Pick<ServicePicker, 'endpoint' | 'say' | 'requestUpdate'>) {
    this.endpoint = endpoint;
    this.say = say;
    this.requestUpdate = requestUpdate;
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
    this.requestUpdate();
  }

  close(position: number): void {
    this.#stop();
    if (!this.entries[position]?.found.length) return;
    this.#change(position, {found: [], active: undefined, search: 'none'});
    this.requestUpdate();
  }

  pick(position: number, service: Service): void {
    this.#stop();
    this.#change(position, {chosen: service, text: [service.name, service.town, tellingApart(service, this.entries[position]?.found ?? [])].filter(Boolean).join(', '), found: [], active: undefined, search: 'none'});
    this.#tell();
  }

  /**
   * Takes what was typed for the service whose name, id or postcode it is. Where several have it, their list is
   * shown once, and the entry's place returned. Who goes on then means the name as they wrote it.
   */
  async settle(): Promise<number | undefined> {
    this.#stop();
    const typed = this.kind === 'place' ? [] : this.shown.map((entry, position) => ({...entry, position})).filter(({text, chosen, isWritten, search}) => !chosen && !isWritten && search !== 'failed' && text.trim().length >= shortest);
    for (const {position, text, found: listed} of typed) {
      const found = listed.length > 0 ? listed : await this.#findInTime(text);
      if (this.entries[position]?.text !== text || this.entries[position].chosen) return undefined;
      const exact = namedExactly(text, found);
      const [only, ...others] = exact;
      if (only && others.length === 0) this.pick(position, only);
      // Of one that is written about elsewhere somebody is told where.
      if (only?.isolated && others.length === 0) return position;
      if (exact.length < 2 || this.entries[position].shownFor === text) continue;
      this.#change(position, {found: exact, active: undefined, search: 'found', shownFor: text});
      return position;
    }
    return undefined;
  }

  /** None where the list does not answer soon: nobody is to wait for it before they can go on. */
  async #findInTime(text: string): Promise<readonly Service[]> {
    if (!this.endpoint) return [];
    const asking = new AbortController();
    let clock: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<readonly Service[]>((end) => (clock = setTimeout(() => end([]), patience)));
    const found = findServices(this.endpoint, text.trim(), asking.signal).catch(() => []);
    return Promise.race([found, late]).finally(() => {
      clearTimeout(clock);
      asking.abort();
    });
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
    this.requestUpdate();
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
