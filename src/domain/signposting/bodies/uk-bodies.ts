import type {Body} from '../../../contract/signposts.js';
import type {Words} from '../../../locale/words.js';
import {buildBodies, fact, known, knownText, web} from './body-builder.js';

/** Who helps in every nation: in danger, and whoever gave the care. Only ways that may be shown; the others are in `unconfirmed.ts`. */
export function bodiesEverywhere({msg}: Words): Body[] {
  return buildBodies(undefined, [
    {id: '999', name: msg('Emergency services'), does: msg('Ambulance, police and fire, when a life is at risk or a crime is happening.'), ways: [known('999')]},
    {id: 'police-101', name: msg('Police'), does: msg('For a crime that is not happening now.'), hours: fact(msg('Day and night.')), ways: [known('101')]},
    {id: 'samaritans', name: msg('Samaritans'), does: msg('Listen to anyone who finds it hard to cope.'), cost: fact(msg('Free to call.')), ways: [known('116 123'), web('www.samaritans.org')]},
    {id: 'shout', name: msg('Shout'), does: msg('Support by text message for anyone who finds it hard to cope.'), hours: fact(msg('Day and night.')), ways: [knownText('85258', 'SHOUT')]},
    {id: 'childline', name: msg('Childline'), does: msg('For children and young people, about anything that worries them.'), ways: [known('0800 1111')]},
    {id: 'provider', name: msg('The service itself'), does: msg('Every service must have a way to complain. Ask for it there, or look on its website.')},
  ]);
}
