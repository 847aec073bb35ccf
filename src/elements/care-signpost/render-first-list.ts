import type {TemplateResult} from 'lit';
import type {Words} from '../../locale/words.js';
import {bodiesEverywhere} from '../../domain/signposting/bodies/uk-bodies.js';
import {bodiesInEngland} from '../../domain/signposting/bodies/england-bodies.js';
import {signpostList} from '../shared/signpost-list/signpost-list.js';
import {today} from '../shared/signpost-list/today.js';

// Whom to call while the questions are still on their way.
const atFirst = ['nhs-111', 'samaritans', 'police-101'];

/** Who is listed without questions: 999 first; then the few to call at once, or `everybody`. */
export function renderFirstList(words: Words, nation: string | null | undefined, {everybody}: {everybody: boolean}): TemplateResult {
  const isElsewhere = ['wales', 'scotland', 'northern-ireland'].includes(nation ?? '');
  const bodies = [...bodiesEverywhere(words), ...(isElsewhere ? [] : bodiesInEngland(words))];
  const shown = bodies.filter(({id}, place) => place === 0 || everybody || atFirst.includes(id));
  return signpostList(shown.map((body) => ({body, reason: body.does})), {words, today: today()});
}
