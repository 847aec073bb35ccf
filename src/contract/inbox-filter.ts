/** What can be asked for of the inbox, by the names that it has in addresses. */
export const filterNames = ['service', 'place', 'urgency', 'state', 'from', 'to', 'share', 'partner', 'language'] as const;
export type FilterName = (typeof filterNames)[number];

/** What somebody asked for, as they wrote it. */
export type TypedFilter = Partial<Record<FilterName, string>>;

/** What is wrong with one of it. `order`: it ends before it begins. `closed`: whoever asks does not see what it would pick by. */
export type FilterFault = 'none' | 'order' | 'closed';
export type FilterFaults = Partial<Record<FilterName, FilterFault>>;
