/** What the tag says of whose rating to show, and where it is. */
export interface RatingAttributes {
  endpoint?: string | null;
  service?: string | null;
  provider?: string | null;
  src?: string | null;
  rating?: unknown;
  display?: string | null;
}
