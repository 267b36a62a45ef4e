/** What was found out about texts, by the texts themselves. */
export type Remembered<Value> = {
  readonly get: (text: string) => Value | undefined
  readonly set: (text: string, value: Value) => void
}

/** `make`, done once for each text that `textOf` says, as long as it is remembered; values are not `undefined`. */
export const rememberMade = <From, Value>(
  most: number,
  textOf: (from: From) => string,
  make: (from: From) => Value,
): ((from: From) => Value) => {
  const made = rememberTexts<Value>(most)
  return from => {
    const text = textOf(from)
    const before = made.get(text)
    if (before !== undefined) return before
    const value = make(from)
    made.set(text, value)
    return value
  }
}

/** Keeps up to `most` characters, as `sizeOf` counts them; beyond that what was not asked for the longest is forgotten. */
export const rememberTexts = <Value>(
  most: number,
  sizeOf: (text: string, value: Value) => number = text => text.length,
): Remembered<Value> => {
  const kept = new Map<string, Value>()
  let size = 0
  const forget = (text: string): void => {
    const value = kept.get(text)
    if (value === undefined) return
    kept.delete(text)
    size -= sizeOf(text, value)
  }
  return {
    get: text => {
      const value = kept.get(text)
      if (value === undefined) return undefined
      kept.delete(text)
      kept.set(text, value)
      return value
    },
    set: (text, value) => {
      forget(text)
      kept.set(text, value)
      size += sizeOf(text, value)
      for (const oldest of kept.keys()) {
        if (size <= most) return
        forget(oldest)
      }
    },
  }
}
