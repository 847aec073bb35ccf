/** What an id of ours is: lower-case letters, digits and hyphens, at most 64. */
export const slugPattern = /^[a-z0-9][a-z0-9-]{0,63}$/;
