import type { File } from '../../../domain/source/file.ts'
import type { blobOf } from '../client/answer-parts.ts'

/** A file as it was read; null: there is none. A binary one has no text at all. */
export const fileOf = (name: string, blob: ReturnType<typeof blobOf>): File | null =>
  blob && {
    name,
    text: blob.text ?? '',
    truncated: blob.isTruncated !== false || typeof blob.text !== 'string',
  }
