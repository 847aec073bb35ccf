import {html, type TemplateResult} from 'lit';
import {ifDefined} from 'lit/directives/if-defined.js';
import type {Meta, StoryObj} from '@storybook/web-components-vite';
import '../../src/define/care-rating.js';
import type {ServiceRating} from '../../src/contract/rating.js';
import {answerAs, exampleOrigin, type Behaviour} from '../example-endpoint.js';
import {stayOnThatDay} from '../fixed-day.js';
import {becomeHostPage, onHostPage, type HostPage} from '../host-page.js';
import {personAt, type Person} from '../person.js';

/** The attributes of the tag that stories set. */
interface Attributes {
  service?: string;
  provider?: string;
  src?: string;
  display?: 'badge' | 'summary' | 'full';
}

type RatingStory = StoryObj<Attributes>;

interface Parameters {
  endpoint?: Partial<Behaviour>;
  hostPage?: HostPage;
}

/** What every group of stories about a rating shares: the real element, on a host page, with the example endpoint, on one day. */
export const ratingStories = {
  component: 'care-rating',
  render: (attributes: Attributes, {parameters}: {parameters: Parameters}) => onHostPage(() => tag(attributes), parameters.hostPage),
  beforeEach: ({parameters}: {parameters: Parameters}) => {
    const undo = [stayOnThatDay(), becomeHostPage(parameters.hostPage), answerAs(parameters.endpoint)];
    return () => undo.forEach((each) => each());
  },
} satisfies Meta<Attributes>;

/** A story in which the endpoint tells this of a service, and somebody reads these words. */
export function story(rating: ServiceRating, words: string, attributes: Attributes = {}, does?: (person: Person) => Promise<void>): RatingStory {
  return told({rating: () => Response.json(rating)}, words, attributes, does);
}

/** A story in which the endpoint answers so. */
export function told(endpoint: Partial<Behaviour>, words: string, attributes: Attributes = {}, does?: (person: Person) => Promise<void>): RatingStory {
  return {
    args: {service: attributes.provider || attributes.src ? undefined : '1-1000000001', ...attributes},
    parameters: {endpoint},
    play: async ({canvasElement}) => {
      const person = personAt(canvasElement);
      await person.reads(words);
      await does?.(person);
    },
  };
}

/** The same, on another kind of page. */
export const on = (hostPage: HostPage, same: RatingStory): RatingStory => ({...same, parameters: {...same.parameters, hostPage}});

function tag({service, provider, src, display}: Attributes): TemplateResult {
  return html`
    <care-rating endpoint=${exampleOrigin} service=${ifDefined(service)} provider=${ifDefined(provider)} src=${ifDefined(src)} display=${ifDefined(display)}>
      <p><a href="https://www.cqc.org.uk/location/1-1000000001">Example House at www.cqc.org.uk</a></p>
    </care-rating>
  `;
}
