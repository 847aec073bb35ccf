import {isKeepable} from '../../contract/characters.js';
import type {About} from '../../contract/submission.js';
import type {FeedbackAttributes} from './start-form.js';

// The limits of `contract/submission.ts`. A slip in a snippet must not cost
// anybody their story, so what is too long is cut and not refused.

/** Who shows the form and what for, as far as a submission takes them. */
export function sourceTexts({partner, campaign}: FeedbackAttributes): {partner?: string; campaign?: string} {
  const [who, why] = [fitting(partner, 100), fitting(campaign, 100)];
  return {...(who && {partner: who}), ...(why && {campaign: why})};
}

/** What the tag said it is about, with names that a submission takes. */
export function fittingAbout(about: About): About {
  switch (about.kind) {
    case 'place': return {kind: 'place', place: {...about.place, name: fitting(about.place.name, 300)}};
    case 'topic': return {kind: 'topic', topic: fitting(about.topic, 200)};
    default: return {kind: about.kind, services: about.services.map((service) => ({...service, name: fitting(service.name, 300)}))};
  }
}

/** The page's own notice as an address that may become a link, or `undefined`. */
export function noticeAddress(text: string | null | undefined): string | undefined {
  if (!text) return undefined;
  try {
    const address = new URL(text, document.baseURI);
    return /^https?:$/.test(address.protocol) ? address.href : undefined;
  } catch {
    return undefined;
  }
}

function fitting(text: string | null | undefined, maximum: number): string {
  const written = [...(text ?? '').trim()].filter(isKeepable);
  return written.slice(0, maximum).join('');
}
