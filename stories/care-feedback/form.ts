import {html, type TemplateResult} from 'lit';
import {ifDefined} from 'lit/directives/if-defined.js';
import type {Meta, StoryObj} from '@storybook/web-components-vite';
import '../../src/define/care-feedback.js';
import {IndexedDbStore} from '../../src/delivery/outbox/indexeddb-store.js';
import type {QueuedSubmission} from '../../src/delivery/outbox/queued-submission.js';
import {answerAs, exampleOrigin, type Behaviour} from '../example-endpoint.js';
import {becomeHostPage, onHostPage, type HostPage} from '../host-page.js';
import {personAt, type Person} from '../person.js';

/** The attributes of the tag that stories set. */
export interface Attributes {
  endpoint?: string;
  action?: string;
  receiver?: string;
  service?: string;
  'service-name'?: string;
  'question-set'?: string;
  'leave-quickly'?: boolean;
}

type FormStory = StoryObj<Attributes>;

const aboutExampleHouse: Attributes = {endpoint: exampleOrigin, service: '1-1000000001', 'service-name': 'Example House'};

/** What every group of stories about the form shares: the real element, on a host page, with the example endpoint. */
export const formStories = {
  component: 'care-feedback',
  args: aboutExampleHouse,
  render: (attributes: Attributes) => onHostPage(() => tag(attributes)),
  beforeEach: async ({parameters}: {parameters: {endpoint?: Partial<Behaviour>; hostPage?: HostPage; waiting?: QueuedSubmission}}) => {
    await leaveOnDevice(parameters.waiting);
    const undo = [becomeHostPage(parameters.hostPage), answerAs(parameters.endpoint)];
    return () => undo.forEach((each) => each());
  },
} satisfies Meta<Attributes>;

/** A story in which somebody does this at the form. `attributes` beside the usual; `undefined` takes one away. */
export function story(does: (person: Person) => Promise<void>, {attributes = {}, endpoint = {}, waiting}: {attributes?: Attributes; endpoint?: Partial<Behaviour>; waiting?: QueuedSubmission} = {}): FormStory {
  return {
    args: attributes,
    parameters: {endpoint, waiting},
    play: ({canvasElement}) => does(personAt(canvasElement)),
  };
}

/** On the device of whoever looks at a story lies what that story left there before, and nothing of another. */
async function leaveOnDevice(queued: QueuedSubmission | undefined): Promise<void> {
  const device = new IndexedDbStore();
  for (const {id} of await device.all(new URL(exampleOrigin).href)) await device.remove(id);
  // Another each time: the page remembers what it has sent already.
  if (queued) await device.keep({...queued, id: crypto.randomUUID()});
}

/** For tags that do not say which service they are about. */
export const aboutNothing: Attributes = {service: undefined, 'service-name': undefined};

function tag(given: Attributes): TemplateResult {
  return html`
    <care-feedback
      endpoint=${ifDefined(given.endpoint)}
      action=${ifDefined(given.action)}
      receiver=${ifDefined(given.receiver)}
      service=${ifDefined(given.service)}
      service-name=${ifDefined(given['service-name'])}
      question-set=${ifDefined(given['question-set'])}
      ?leave-quickly=${given['leave-quickly']}
    >
      <p><a href=${`${exampleOrigin}/feedback`}>Tell us about your care</a></p>
    </care-feedback>
  `;
}
