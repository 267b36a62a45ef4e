import { createHash } from 'node:crypto'

/**
 * The id of an incident, 32 hexadecimal digits: derived from the node ids of its repository and its issue, so that every
 * writer finds the same, and never drawn. Kept in `declared`, so that it stays when the incident moves.
 */
export const incidentId = (repositoryId: string, issueId: string): string =>
  createHash('sha256').update(`${repositoryId}\n${issueId}`).digest('hex').slice(0, 32)
