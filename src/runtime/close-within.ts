/**
 * Waits for an end, but no longer than so many milliseconds: what is under way then is left to the next look, as if the
 * process had been killed.
 */
export const closeWithin = async (close: () => Promise<void>, milliseconds: number): Promise<'closed' | 'left'> => {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<'left'>(resolve => {
    timer = setTimeout(() => resolve('left'), milliseconds)
  })
  const ended = close().then(
    () => 'closed' as const,
    () => 'left' as const,
  )
  return Promise.race([ended, late]).finally(() => clearTimeout(timer))
}
