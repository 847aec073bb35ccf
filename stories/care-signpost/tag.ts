import {html} from 'lit';
import {ifDefined} from 'lit/directives/if-defined.js';
import type {Meta, StoryObj} from '@storybook/web-components-vite';
import '../../src/define/care-signpost.js';
import {answerAs, exampleOrigin, type Behaviour} from '../example-endpoint.js';
import {becomeHostPage, onHostPage, type HostPage} from '../host-page.js';
import {personAt, type Person} from '../person.js';

/** The attributes of the tag that stories set. */
export interface Attributes {
  endpoint?: string;
  nation?: string;
  area?: string;
  situation?: string;
  'leave-quickly'?: boolean;
}

type SignpostStory = StoryObj<Attributes>;

/** What every group of stories about who can help shares: the real element, on a host page, with the example endpoint. */
export const signpostStories = {
  component: 'care-signpost',
  args: {endpoint: exampleOrigin},
  render: (attributes: Attributes) => onHostPage(() => tag(attributes)),
  beforeEach: ({parameters}: {parameters: {endpoint?: Partial<Behaviour>; hostPage?: HostPage}}) => {
    const undo = [becomeHostPage(parameters.hostPage), answerAs(parameters.endpoint)];
    return () => undo.forEach((each) => each());
  },
} satisfies Meta<Attributes>;

/** A story in which somebody does this at the list. `attributes` beside the usual. */
export function story(does: (person: Person) => Promise<void>, {attributes = {}, endpoint = {}}: {attributes?: Attributes; endpoint?: Partial<Behaviour>} = {}): SignpostStory {
  return {
    args: attributes,
    parameters: {endpoint},
    play: ({canvasElement}) => does(personAt(canvasElement)),
  };
}

function tag(given: Attributes) {
  return html`
    <care-signpost
      endpoint=${ifDefined(given.endpoint)}
      nation=${ifDefined(given.nation)}
      area=${ifDefined(given.area)}
      situation=${ifDefined(given.situation)}
      ?leave-quickly=${given['leave-quickly']}
    >
      <p>In danger, call 999.</p>
      <p><a href=${`${exampleOrigin}/who-can-help`}>Find who can help</a></p>
    </care-signpost>
  `;
}
