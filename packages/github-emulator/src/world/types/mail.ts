import type { Stamp } from './accounts.ts'

/** What GitHub would have mailed to one person. Once mailed it cannot be called back, whatever is edited later. */
export type Mail = {
  id: number
  at: Stamp
  to: number
  repository: number
  issue: number
  comment: number | null
  subject: string
  body: string
  reason:
    | 'subscribed'
    | 'assign'
    | 'author'
    | 'comment'
    | 'mention'
    | 'team_mention'
    | 'review_requested'
    | 'state_change'
}
