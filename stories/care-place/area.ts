import {html} from 'lit';
import {ifDefined} from 'lit/directives/if-defined.js';
import type {Meta, StoryObj} from '@storybook/web-components-vite';
import '../../src/define/care-place.js';
import type {PlaceRatings} from '../../src/contract/place.js';
import {answerAs, exampleOrigin, type Behaviour} from '../example-endpoint.js';
import {stayOnThatDay} from '../fixed-day.js';
import {becomeHostPage, onHostPage, type HostPage} from '../host-page.js';
import {personAt, type Person} from '../person.js';
import {services} from './examples.js';

type AreaStory = StoryObj<{place?: string}>;

interface Parameters {
  endpoint?: Partial<Behaviour>;
  hostPage?: HostPage;
}

/** What every group of stories about an area shares: the real element, on a host page, with the example endpoint, on one day. */
export const areaStories = {
  component: 'care-place',
  args: {place: 'Exampleshire'},
  render: ({place}: {place?: string}, {parameters}: {parameters: Parameters}) => onHostPage(() => html`
    <care-place endpoint=${exampleOrigin} place=${ifDefined(place)}><p><a href="https://www.cqc.org.uk/">Find services at www.cqc.org.uk</a></p></care-place>
  `, parameters.hostPage),
  beforeEach: ({parameters}: {parameters: Parameters}) => {
    const undo = [stayOnThatDay(), becomeHostPage(parameters.hostPage), answerAs({placeServices: () => Response.json({services}), ...parameters.endpoint})];
    return () => undo.forEach((each) => each());
  },
} satisfies Meta<{place?: string}>;

/** A story in which the endpoint tells this of the area, and somebody does this. */
export function story(ratings: PlaceRatings, does: (person: Person) => Promise<void>, others: Partial<Behaviour> = {}): AreaStory {
  return told({place: () => Response.json(ratings), ...others}, does);
}

/** A story in which the endpoint answers so. */
export function told(endpoint: Partial<Behaviour>, does: (person: Person) => Promise<void>): AreaStory {
  return {parameters: {endpoint}, play: ({canvasElement}) => does(personAt(canvasElement))};
}

/** The same, on another kind of page. */
export const on = (hostPage: HostPage, same: AreaStory): AreaStory => ({...same, parameters: {...same.parameters, hostPage}});
