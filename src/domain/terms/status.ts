/** Where an incident stands, in the order in which it usually goes. `cancelled` is a false alarm. */
export const statuses = [
  'suspected',
  'investigating',
  'contained',
  'eradicated',
  'recovered',
  'resolved',
  'closed',
  'cancelled',
] as const
export type Status = (typeof statuses)[number]

/** What the IC may set by word; closing and cancelling have permissions of their own. */
export const settableStatuses = statuses.filter(
  (status): status is Exclude<Status, 'closed' | 'cancelled'> => status !== 'closed' && status !== 'cancelled',
)
