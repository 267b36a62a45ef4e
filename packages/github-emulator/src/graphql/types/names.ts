import type { Issue } from '../../world/types/issues.ts'

/** GitHub says `NOT_PLANNED` for a duplicate to those who do not ask for duplicates. */
export const reasonName = (reason: Issue['stateReason'], enableDuplicate = true): string | null => {
  if (reason === 'duplicate' && !enableDuplicate) return 'NOT_PLANNED'
  return reason === null ? null : reason.toUpperCase()
}

const lockReasons = {
  'off-topic': 'OFF_TOPIC',
  'too heated': 'TOO_HEATED',
  resolved: 'RESOLVED',
  spam: 'SPAM',
} as const

export const lockReasonName = (reason: Issue['lockReason']): string | null =>
  reason === null ? null : lockReasons[reason]
