/** The headings under which a playbook puts its steps, in their order; status is derived from them. */
export const phases = [
  'Prepare',
  'Assemble',
  'Contain',
  'Investigate',
  'Eradicate',
  'Recover',
  'Communicate',
  'Learn',
] as const
export type Phase = (typeof phases)[number]
