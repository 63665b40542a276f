/** Why something that a seed document names is not shown by a test yet: the part of the product that brings it. */

export const later = {
  fresh: 'the refresh that follows changes and the clock, schedules, and events out of the outbox',
  campaigns: 'campaigns, their sending and their outcomes',
  performance: 'performance over the outcomes of campaigns: rates, revenue, trends, comparisons',
  screens: 'the screens of the back office for building, managing and looking at segments',
} as const;
