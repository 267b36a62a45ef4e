// Loaded into the product's own process before it begins. Where it would wait for GitHub's clock, the embedded GitHub's
// clock moves on instead, by as much; nothing else is changed. Limits on how long an answer may take stay as they are.
import { syncBuiltinESMExports } from 'node:module'
import timers from 'node:timers/promises'

const pause = timers.setTimeout
const later = globalThis.setTimeout

/** Milliseconds from which a pause is one for GitHub's clock. */
const long = 500

const moveOn = async milliseconds => {
  await pause(20)
  await fetch(`${process.env.EMULATOR}/_emulator/clock`, {
    method: 'POST',
    body: JSON.stringify({ advance: `${Math.ceil(milliseconds / 1_000)}s` }),
  }).catch(() => undefined)
}

timers.setTimeout = async (milliseconds, value, options) => {
  if (milliseconds < long) return pause(milliseconds, value, options)
  await moveOn(milliseconds)
  return value
}
syncBuiltinESMExports()

/** Of the timers only those of the queue: a job that is put off. One that is taken back meanwhile is run all the same. */
globalThis.setTimeout = (work, milliseconds, ...rest) => {
  const isOfQueue = milliseconds >= long && /[\\/]runtime[\\/][\w-]*queue/.test(new Error().stack ?? '')
  return isOfQueue
    ? later(() => moveOn(milliseconds).then(() => work(...rest)), 20)
    : later(work, milliseconds, ...rest)
}
