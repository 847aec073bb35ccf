import type {Question} from '../../contract/question-set.js';
import {isWritten} from '../../contract/characters.js';
import {aboutFrom, adding, namedNow, namingFrom, needsSearch, nothingNamed, removing, searching} from './pages/service-naming.js';
import type {Fields} from './pages/read-page-fields.js';
import type {ServiceNaming} from './pages/plain-form-session.js';
import type {FormSession} from '../../domain/questionnaire/form-session/form-session.js';
import type {Dependencies} from '../dependencies.js';
import {afterSteps} from './current-form.js';
import {searchServices, kindsOf, lookUpIn} from './named-services.js';

/** What somebody did on the page that asks which service. */
export type ServiceDeed = {is: 'continue' | 'back' | 'search' | 'add'} | {is: 'remove'; position: number};

/** The page's fields after one deed; the session moves only where the page is done with. */
export async function nameService(
  question: Question,
  {fields, deed, before = nothingNamed, session}: {fields: Fields; deed: ServiceDeed; before?: ServiceNaming | undefined; session: FormSession},
  dependencies: Dependencies,
): Promise<{naming: ServiceNaming; session: FormSession}> {
  const naming = namingFrom(question.id, fields, before);
  if (deed.is === 'back') return {naming, session: afterSteps(session, [{do: 'back'}], dependencies)};
  if (deed.is === 'remove') return {naming: removing(naming, deed.position), session};
  // Return in another field of the page presses its first button, Search, too.
  const isSearch = deed.is === 'search' && naming.kind !== 'place' && (naming.query !== naming.searched || !isWritten(naming.name));
  if (needsSearch(naming)) return {naming: searching(naming), session};
  if (isSearch && isWritten(naming.query)) return {naming, session};

  const found = naming.searched === undefined ? undefined : await searchServices(naming.searched, dependencies.directory);
  const named = namedNow(naming, found);
  if (deed.is === 'add' && named) return {naming: adding(naming, named), session};
  const about = aboutFrom(deed.is === 'add' ? {...naming, kind: 'pathway'} : naming, named);
  return continueWith(naming, about, {session, stays: deed.is === 'add' || isSearch}, dependencies);
}

async function continueWith(
  naming: ServiceNaming,
  about: ReturnType<typeof aboutFrom>,
  {session, stays}: {session: FormSession; stays: boolean},
  dependencies: Dependencies,
): Promise<{naming: ServiceNaming; session: FormSession}> {
  const kinds = await kindsOf(about, lookUpIn(dependencies.directory));
  const next = afterSteps(session, [{do: 'say-about', about, kinds}, {do: 'continue'}], dependencies);
  const {faults} = next.journey;
  // Nothing was named to add or search for: there may be a fault to tell, and nothing to go on with.
  if (stays) return {naming, session: faults.length > 0 ? next : session};
  const isDone = faults.length === 0 && about.kind === 'pathway';
  return {naming: isDone ? {...nothingNamed, kind: 'pathway', chosen: about.services} : naming, session: next};
}
