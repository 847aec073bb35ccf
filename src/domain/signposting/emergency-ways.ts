import type {Way} from '../../contract/signposts.js';
import {shownWays} from './shown-ways.js';
import type {Signpost} from './who-can-help.js';

const silent: readonly Way['kind'][] = ['text', 'relay', 'bsl'];

/** How else than by calling the first of `signposts` is reached in an emergency, as far as somebody has checked it: by text, text relay or BSL. */
export function otherEmergencyWays([first]: readonly Signpost[]): Way[] {
  return first?.body.id === '999' ? shownWays(first.body).filter(({kind}) => silent.includes(kind)) : [];
}
