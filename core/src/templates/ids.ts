/** The templates that come with the tool. Public: they stand in front matter and settings. */
export const BUILT_IN_IDS = [
  'blameless',
  'sre-book',
  'sre-workbook',
  'pagerduty',
  'atlassian',
  'coe',
  'ntsb',
  'mm-sbar',
  'review-meeting',
  'retrospective',
  'howie',
  'minimal',
  'external',
] as const

export type BuiltInId = (typeof BUILT_IN_IDS)[number]
