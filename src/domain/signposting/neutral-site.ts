/**
 * Where somebody goes who leaves quickly: a page that says nothing about them,
 * that many people have open, and that comes fast. Dated data, not a constant of nature.
 */
export const neutralSite = {
  name: 'BBC Weather',
  address: 'https://www.bbc.co.uk/weather',
  /** What the public sector's own pattern goes to, so that nobody stands out. */
  source: 'design-system.service.gov.uk/components/exit-this-page',
  /** When a person last checked that it is there; `null` where nobody has yet. */
  checked: null as string | null,
};
